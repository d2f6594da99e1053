/**
 * Keeps the dossier of every customer, takes facts over HTTP and runs the bank's clock.
 * Starts here; the packages below say what it does.
 */
@NullMarked
package stratum.customer;

import org.jspecify.annotations.NullMarked;
