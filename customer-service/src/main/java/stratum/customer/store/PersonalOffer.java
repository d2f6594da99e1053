package stratum.customer.store;

import java.time.Instant;

/**
 * An offer that a person is to make.
 *
 * @param reasons why, as a JSON list with words by language
 * @param messages the words to use, as a JSON list
 */
public record PersonalOffer(
        String offerId,
        String customerId,
        String channel,
        String offerCode,
        String language,
        String reasons,
        String messages,
        Instant madeAt,
        Instant validUntil) {

    /** An offer that need not be made any more: answered, or withdrawn. */
    public record Closed(String offerId, String customerId, Instant at, String by) {}
}
