/** What is remembered of the records that were read. */
@NullMarked
package stratum.console.listener;

import org.jspecify.annotations.NullMarked;
