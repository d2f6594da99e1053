/**
 * Announces campaigns on Kafka.
 * Each version once, and again only where nobody can tell whether it arrived.
 */
@NullMarked
package stratum.campaign.publish;

import org.jspecify.annotations.NullMarked;
