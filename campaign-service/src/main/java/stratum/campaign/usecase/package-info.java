/**
 * Campaigns from documents to what can be decided with, and what of the decisions people look up.
 * Ports to the database and to Kafka are named here and kept by {@code store} and {@code publish}.
 */
@NullMarked
package stratum.campaign.usecase;

import org.jspecify.annotations.NullMarked;
