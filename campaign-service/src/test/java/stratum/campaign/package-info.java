/**
 * Tests of the campaign service as a whole.
 * Those of a part are in the package of that part.
 */
@NullMarked
package stratum.campaign;

import org.jspecify.annotations.NullMarked;
