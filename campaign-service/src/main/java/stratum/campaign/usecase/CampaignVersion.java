package stratum.campaign.usecase;

import java.time.Instant;

/**
 * A version of a campaign, as it is kept.
 *
 * @param document the campaign in JSON
 */
public record CampaignVersion(String id, int version, String status, Instant effectiveFrom, String document) {}
