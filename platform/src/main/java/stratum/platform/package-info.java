/**
 * The chassis: what each service would otherwise repeat, as auto-configuration. Nothing here belongs to the domain.
 */
@NullMarked
package stratum.platform;

import org.jspecify.annotations.NullMarked;
