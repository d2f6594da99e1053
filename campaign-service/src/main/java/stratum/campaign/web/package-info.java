/**
 * Campaigns, offers and decisions over HTTP.
 * Reads only, from Postgres.
 */
@NullMarked
package stratum.campaign.web;

import org.jspecify.annotations.NullMarked;
