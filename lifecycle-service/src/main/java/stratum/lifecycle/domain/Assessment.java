package stratum.lifecycle.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is doing as of a date.
 *
 * @param asOf the date
 * @param features the features used
 * @param pAlive the probability that the customer is still active; none before the first active day
 * @param risk what threatens the relationship
 */
public record Assessment(
        LocalDate asOf, Features features, @Nullable Double pAlive, Risk risk) {}
