package stratum.scoring.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.scoring.domain.Grace;
import stratum.scoring.domain.Promotion;
import stratum.scoring.domain.Tier;
import stratum.scoring.domain.TierPolicy;

/** The policies that come with the service can rule. */
final class ShippedPoliciesTest {

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "CZK", "GBP", "USD"})
    void the_default_policy_has_four_tiers_in_order_for_every_currency(String currency) {
        assertThat(ShippedPolicies.rolling(currency).tiers().stream().map(Tier::code))
                .containsExactly("MASS", "CORE", "VIP", "PRIVATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "CZK"})
    void the_policy_of_monthly_averages_promotes_at_the_start_of_the_month(String currency) {
        TierPolicy policy = ShippedPolicies.monthAverage(currency);

        assertThat(policy.promotion()).isEqualTo(Promotion.MONTH_START);
        assertThat(policy.tiers().stream().map(Tier::grace))
                .containsExactly(
                        new Grace.MonthEnds(3), new Grace.MonthEnds(3), new Grace.MonthEnds(3), new Grace.MonthEnds(6));
    }
}
