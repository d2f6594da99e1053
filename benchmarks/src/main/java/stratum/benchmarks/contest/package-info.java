/** Those who are measured. Each runs in a process of its own and says what it took. */
@NullMarked
package stratum.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
