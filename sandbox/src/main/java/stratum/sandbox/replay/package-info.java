/**
 * Readers of real data: raw files of public data sets become facts, row by row, day by day.
 * A row that cannot be read is reported with its file and line; it stops nothing and is never hidden.
 */
@NullMarked
package stratum.sandbox.replay;

import org.jspecify.annotations.NullMarked;
