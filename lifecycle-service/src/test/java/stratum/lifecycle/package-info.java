/** The rules of the house, for this service. */
@NullMarked
package stratum.lifecycle;

import org.jspecify.annotations.NullMarked;
