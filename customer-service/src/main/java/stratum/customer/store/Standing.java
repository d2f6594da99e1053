package stratum.customer.store;

import java.time.LocalDate;

/**
 * Where scoring sees a customer.
 *
 * @param offset of the record that says so: of one business date, the later record rules
 * @param details features, needs and the rest of the record, as JSON
 */
public record Standing(String customerId, LocalDate asOf, long offset, String tier, int score, String details) {}
