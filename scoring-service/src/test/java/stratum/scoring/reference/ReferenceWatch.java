package stratum.scoring.reference;

import java.time.LocalDate;

/** Watched since the one date, moved down on the other unless the customer recovers. */
public record ReferenceWatch(LocalDate since, LocalDate until) {}
