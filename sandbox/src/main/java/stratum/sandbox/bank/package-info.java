/**
 * A bank that never was: customers whose lives are drawn from a seed and lived day by day.
 * The truth about each is kept aside for measuring and never told in the facts.
 */
@NullMarked
package stratum.sandbox.bank;

import org.jspecify.annotations.NullMarked;
