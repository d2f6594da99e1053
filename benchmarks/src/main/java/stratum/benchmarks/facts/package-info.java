/** The facts that everybody is measured on, and how they come into the log. */
@NullMarked
package stratum.benchmarks.facts;

import org.jspecify.annotations.NullMarked;
