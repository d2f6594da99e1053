/** That what is measured is the same work, done by everybody to the end. */
@NullMarked
package stratum.benchmarks;

import org.jspecify.annotations.NullMarked;
