package stratum.console.domain;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the services said over HTTP at one moment; what one did not say is absent.
 *
 * @param answers to the question for health, by part
 * @param campaignReached the business time that campaign has worked through in every partition
 */
public record ServicesReading(
        Map<String, Health.Answer> answers,
        @Nullable Distribution tiers,
        @Nullable Distribution stages,
        @Nullable Instant campaignReached) {}
