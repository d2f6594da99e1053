package stratum.scoring.domain;

import java.time.LocalDate;

/** The customer's candidate is below the tier held; on the day {@code until} the customer moves down. */
public record Watch(LocalDate since, LocalDate until) {}
