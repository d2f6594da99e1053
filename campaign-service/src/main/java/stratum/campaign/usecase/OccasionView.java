package stratum.campaign.usecase;

import java.time.Instant;

/** The fact that gave the occasion, as people look it up. */
public record OccasionView(String kind, String id, String name, Instant occurredAt) {}
