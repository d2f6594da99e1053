/**
 * The campaign service: answers an occasion with the right offer, or with the reason for none.
 * What it decides is in {@code domain}; the other packages say where that comes from and goes to.
 */
@NullMarked
package stratum.campaign;

import org.jspecify.annotations.NullMarked;
