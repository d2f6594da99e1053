package stratum.customer.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stratum.customer.domain.CareState;

/**
 * What is known of a customer who is to be placed.
 *
 * @param branch of the file
 * @param referrer of the file, and who looks after him or her
 * @param offeredAt since when an offer waits to be made in person
 * @param contactedAt the last mutual contact
 * @param intent the last that was noted, and when
 * @param note what a new manager must know beside the balance, as a JSON object
 */
public record KnownCustomer(
        CareState care,
        @Nullable String branch,
        @Nullable String referrer,
        @Nullable String referrersManager,
        @Nullable Instant offeredAt,
        @Nullable Instant contactedAt,
        @Nullable String intent,
        @Nullable Instant intentAt,
        String note) {}
