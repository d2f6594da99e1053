package stratum.campaign.domain;

import org.jspecify.annotations.Nullable;

/**
 * A campaign that an occasion touched.
 *
 * @param withheld why it makes no offer; none where it makes one
 */
public record Considered(
        String campaignId,
        int version,
        String variant,
        @Nullable Withheld withheld) {}
