/**
 * The topics that hold Stratum together, and how their records are read and written.
 * Nothing here knows Spring or decides anything.
 */
@NullMarked
package stratum.schemas;

import org.jspecify.annotations.NullMarked;
