/**
 * What came of a history that was played, counted from what the services committed to the log.
 * A banker reads it as a table, a script as JSON.
 */
@NullMarked
package stratum.sandbox.summary;

import org.jspecify.annotations.NullMarked;
