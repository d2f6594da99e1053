package stratum.campaign.domain;

import java.time.Instant;

/** The customer was to be contacted on a channel at a moment. */
public record Contact(Channel channel, Instant at) {}
