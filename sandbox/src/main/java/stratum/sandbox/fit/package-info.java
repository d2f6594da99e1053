/**
 * Turns facts and files into the rhythms that the models of buying are fitted to.
 */
@NullMarked
package stratum.sandbox.fit;

import org.jspecify.annotations.NullMarked;
