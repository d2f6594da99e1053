package stratum.campaign.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer made to a customer.
 *
 * @param id a function of campaign version, customer and occasion
 * @param messages the words for the channel, in every language
 * @param language the one of them to use
 * @param reasons why this customer gets it
 * @param exposure how it is remembered
 */
public record Offer(
        String id,
        Campaign campaign,
        Channel channel,
        List<Message> messages,
        String language,
        Instant validUntil,
        @Nullable String tier,
        @Nullable String stage,
        List<Reason> reasons,
        Exposure exposure) {

    public Offer {
        messages = List.copyOf(messages);
        reasons = List.copyOf(reasons);
    }
}
