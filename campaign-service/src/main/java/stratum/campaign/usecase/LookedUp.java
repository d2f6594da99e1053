package stratum.campaign.usecase;

import java.time.Instant;

/** What people look up: an offer or a decision. */
public interface LookedUp {

    String id();

    String customerId();

    Instant occurredAt();
}
