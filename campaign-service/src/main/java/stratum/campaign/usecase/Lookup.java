package stratum.campaign.usecase;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for: the newest first.
 *
 * @param customer of this customer; of all where none
 * @param after only what comes after the entry with this id
 */
public record Lookup(@Nullable String customer, @Nullable String after, int limit) {}
