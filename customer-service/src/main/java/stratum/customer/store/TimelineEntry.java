package stratum.customer.store;

import java.time.Instant;

/**
 * Something that happened to a customer.
 *
 * @param kind type of the record that told of it
 * @param id its id, unique among those of its kind
 * @param details the rest of the record, as JSON
 */
public record TimelineEntry(String customerId, Instant at, String kind, String id, String details) {}
