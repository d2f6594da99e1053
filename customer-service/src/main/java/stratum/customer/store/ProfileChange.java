package stratum.customer.store;

import java.time.Instant;

/**
 * A customer file as a fact tells it.
 *
 * @param profile the file without its consents, as JSON
 * @param consents the consents, as a JSON list
 */
public record ProfileChange(String customerId, String eventId, Instant at, String profile, String consents) {}
