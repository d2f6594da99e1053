/**
 * Holds the warnings of lifecycle against what the simulated bank knows of its customers, beside two simple rules on the same
 * facts.
 */
@NullMarked
package stratum.benchmarks.drift;

import org.jspecify.annotations.NullMarked;
