/** Measures what a decision costs: the command, the rounds, and the table they come to. */
@NullMarked
package stratum.benchmarks;

import org.jspecify.annotations.NullMarked;
