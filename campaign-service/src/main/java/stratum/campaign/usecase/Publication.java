package stratum.campaign.usecase;

import java.time.Instant;

/**
 * Something was published of a campaign.
 *
 * @param status LIVE, PAUSED or ENDED
 * @param effectiveFrom so it is from this event time on
 * @param edition of two publications from the same moment on the one with the higher edition counts
 * @param document the campaign in JSON
 */
public record Publication(
        String campaignId, int version, String status, Instant effectiveFrom, long edition, String document) {}
