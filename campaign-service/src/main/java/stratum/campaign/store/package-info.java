/**
 * Campaigns, offers and decisions in Postgres.
 * Writing the same again changes nothing.
 */
@NullMarked
package stratum.campaign.store;

import org.jspecify.annotations.NullMarked;
