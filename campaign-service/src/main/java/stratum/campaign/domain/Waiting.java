package stratum.campaign.domain;

import java.time.Instant;

/** An occasion that came in quiet hours, and when it is decided again. */
public record Waiting(Occasion occasion, Instant until) {}
