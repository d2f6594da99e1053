package stratum.customer.store;

import java.time.LocalDate;

/**
 * Where lifecycle sees a customer.
 *
 * @param offset of the record that says so: of one business date, the later record rules
 * @param details causes, P(alive) and the rest of the record, as JSON
 */
public record LifeStage(String customerId, LocalDate asOf, long offset, String stage, int risk, String details) {}
