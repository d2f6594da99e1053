package stratum.campaign.domain;

import org.jspecify.annotations.Nullable;

/** The words of an offer in one language; before rendering with placeholders such as {@code {tier}} in them. */
public record Message(String language, @Nullable String title, String text) {}
