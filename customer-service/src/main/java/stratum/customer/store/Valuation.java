package stratum.customer.store;

import java.time.Instant;

/** What an account is worth (of a liability: what is owed), in minor units, as of a moment. */
public record Valuation(AccountKey account, String family, Instant at, long amountMinor, String currency) {}
