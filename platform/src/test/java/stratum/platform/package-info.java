/**
 * What the tests of all services share.
 */
@NullMarked
package stratum.platform;

import org.jspecify.annotations.NullMarked;
