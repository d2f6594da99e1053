package stratum.scoring.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.scoring.domain.Tier;

/** A policy that cannot rule is refused with a sentence for each mistake. */
final class ShippedPoliciesTest {

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "CZK", "GBP", "USD"})
    void the_default_policy_has_four_tiers_in_order_for_every_currency(String currency) {
        assertThat(ShippedPolicies.rolling(currency).tiers().stream().map(Tier::code))
                .containsExactly("MASS", "CORE", "VIP", "PRIVATE");
    }

    @Test
    void every_mistake_has_its_sentence() {
        String broken = """
                {"id": "broken", "version": 1, "currency": "EUR", "effectiveFrom": "1970-01-01T00:00:00Z",
                 "tiers": [{"code": "LOW", "names": {}, "minScore": 100, "gates": {"wealth": 1}},
                           {"code": "HIGH", "names": {}, "minScore": 50, "gates": {}}],
                 "scoreCard": [{"dimension": "value", "weight": 0, "feature": "balance", "curve": [[0, 10], [5, 5]]}],
                 "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"graceDays": 0}}""";

        assertThatThrownBy(
                        () -> ShippedPolicies.read(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("Tier LOW names the feature wealth, which does not exist.")
                .hasMessageContaining("The lowest tier, LOW, must ask for nothing.")
                .hasMessageContaining("Tier HIGH asks for less than the tier below it.")
                .hasMessageContaining("The curve of dimension value goes back at point 2.")
                .hasMessageContaining("The weights of the score card sum to nothing.")
                .hasMessageContaining("The grace is at least one day.");
    }
}
