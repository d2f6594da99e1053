/**
 * Sees where each customer is in its life with the bank, what threatens to end it, and when it ends or begins anew.
 * Decides in {@code domain}; everything else brings facts in and decisions out.
 */
@NullMarked
package stratum.lifecycle;

import org.jspecify.annotations.NullMarked;
