package stratum.customer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact between a customer and a person of the bank.
 *
 * @param contactId the id of the fact that tells of it, where there is one
 * @param reached whether both sides took part
 * @param intent what the customer said of buying (意向): A wants to, B thinks about it, C does not; none where not asked
 * @param offerId the offer it was about; of a fact from elsewhere, whatever it refers to
 */
public record Contact(
        String customerId,
        Instant at,
        String contactId,
        String kind,
        String channel,
        String staffId,
        boolean reached,
        @Nullable String intent,
        @Nullable String offerId,
        @Nullable String note) {}
