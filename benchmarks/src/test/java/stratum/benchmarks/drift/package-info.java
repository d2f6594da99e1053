/** Warnings against the truth. */
@NullMarked
package stratum.benchmarks.drift;

import org.jspecify.annotations.NullMarked;
