/** What the service announces. */
@NullMarked
package stratum.scoring.publish;

import org.jspecify.annotations.NullMarked;
