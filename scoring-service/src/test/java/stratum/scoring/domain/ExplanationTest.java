package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stratum.scoring.domain.TierRules.Decision;

/** Every signal comes with reasons that a customer could be told, in both languages. */
final class ExplanationTest {

    private static final LocalDate TODAY = LocalDate.parse("2024-03-15");
    private static final TierPolicy POLICY = SamplePolicies.AT_ONCE_AFTER_60_DAYS.policy();

    @Test
    void who_is_near_hears_what_little_is_missing() {
        Features features =
                Features.of(Map.of(Feature.BALANCE, 950L, Feature.PRODUCT_COUNT, 1L, Feature.ACTIVE_DAYS_90D, 90L));

        Explanation why = explain(Standing.holding("MASS"), features);

        assertThat(why.reasons())
                .containsExactly(new Reason(
                        "LITTLE_MISSING",
                        Map.of(
                                "en",
                                "Your balance is only a little below what Core asks for; everything else is met.",
                                "zh-CN",
                                "您只差一点即可成为核心客户：当前资产略低于标准，其余条件均已满足。")));
        assertThat(why.up()).contains(new Distance("balance", 950, 1000));
    }

    @Test
    void who_is_watched_hears_what_is_missing_the_most_first() {
        Explanation why = explain(Standing.holding("VIP"), Features.of(Map.of(Feature.BALANCE, 1000L)));

        assertThat(why.reasons().stream().map(Reason::code))
                .containsExactly("PRODUCT_COUNT_LOW", "SCORE_LOW", "BALANCE_LOW");
    }

    @Test
    void who_moves_down_hears_what_was_missing_for_the_tier_lost() {
        Standing watched = Standing.holding("VIP").watched(new Watch(TODAY.minusDays(60), TODAY));

        assertThat(explain(watched, SamplePolicies.balance(1500))
                        .reasons()
                        .get(0)
                        .text()
                        .get("en"))
                .isEqualTo("Your overall standing with us is below what VIP asks for.");
    }

    @Test
    void a_tier_set_by_hand_is_shown_as_such_and_its_end_too() {
        TierOverride override = new TierOverride("PRIVATE", "a promise", "anna", TODAY);
        Standing covered = Standing.holding("CORE").overridden(override);

        assertThat(Explanation.of(POLICY, POLICY.assess(SamplePolicies.balance(1500)), covered)
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("SET_BY_BANK");
        assertThat(explain(covered, SamplePolicies.balance(1500)).reasons())
                .extracting(Reason::code)
                .containsExactly("SET_BY_BANK_ENDED", "MEETS_TIER");
    }

    private static Explanation explain(Standing standing, Features features) {
        Assessment assessment = POLICY.assess(features);
        Decision decision = TierRules.decide(POLICY, standing, assessment, TODAY);
        List<Signal> signals = decision.signals();
        assertThat(signals).hasSize(1);
        return Explanation.of(POLICY, assessment, signals.get(0));
    }
}
