package stratum.scoring.reference;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands at the end of a business date, from what the bank had published by then. A feature that is
 * unknown is left out. Before the relationship there is no score and no tier.
 */
public record ReferenceStanding(
        String customerId,
        LocalDate asOf,
        Map<String, Long> features,
        @Nullable Integer score,
        @Nullable String tier,
        @Nullable String candidate,
        @Nullable ReferenceWatch watch) {}
