/**
 * Sends a file of facts to the customer-service, as a bank's own program would.
 * What it refuses is told with the line and the reason.
 */
@NullMarked
package stratum.sandbox.load;

import org.jspecify.annotations.NullMarked;
