/**
 * What a player publishes: a bank's history, business day by business day.
 * Facts come in publication order; rows that could not be read are kept aside and never hidden.
 */
@NullMarked
package stratum.sandbox.feed;

import org.jspecify.annotations.NullMarked;
