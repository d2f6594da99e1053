/**
 * Reads every customer-keyed topic and books it into the dossier.
 * What cannot be booked goes to the dead letters with its reason.
 */
@NullMarked
package stratum.customer.listener;

import org.jspecify.annotations.NullMarked;
