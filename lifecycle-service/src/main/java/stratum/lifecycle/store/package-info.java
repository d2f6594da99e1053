/**
 * Policies that were learned, kept among the others.
 */
@NullMarked
package stratum.lifecycle.store;

import org.jspecify.annotations.NullMarked;
