/** Keeps every customer's tier up to date and can say why. */
@NullMarked
package stratum.scoring;

import org.jspecify.annotations.NullMarked;
