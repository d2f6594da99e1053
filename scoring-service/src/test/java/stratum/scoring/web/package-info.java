/** What the service answers over HTTP. */
@NullMarked
package stratum.scoring.web;

import org.jspecify.annotations.NullMarked;
