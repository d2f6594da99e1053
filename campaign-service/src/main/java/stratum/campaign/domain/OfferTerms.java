package stratum.campaign.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign offers.
 *
 * @param code the bank's code of the offer
 * @param valueMinor what it is worth to the bank if accepted, in minor units of the base currency
 * @param validity how long it stands
 * @param riskLevel of the product, from 1 (cautious) to 5; 0 where nothing can be lost
 * @param isCredit whether the customer would borrow
 */
public record OfferTerms(
        String code,
        @Nullable String product,
        @Nullable String terms,
        long valueMinor,
        Duration validity,
        int riskLevel,
        boolean isCredit) {}
