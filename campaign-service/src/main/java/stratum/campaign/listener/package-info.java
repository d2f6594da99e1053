/**
 * Reads offers and decisions back from Kafka for those who look them up.
 * Runs behind the decisions and never slows them.
 */
@NullMarked
package stratum.campaign.listener;

import org.jspecify.annotations.NullMarked;
