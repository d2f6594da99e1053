/** What follows from two readings, told in examples. */
@NullMarked
package stratum.console.domain;

import org.jspecify.annotations.NullMarked;
