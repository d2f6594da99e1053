package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static stratum.campaign.domain.Channel.PUSH;
import static stratum.campaign.domain.Channel.SMS;
import static stratum.campaign.domain.Sample.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.Sample.Draft;

/** What facts mean for an offer that was made. */
class FollowingTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Goal SALARY = new Goal(
            OccasionKind.TRANSACTION,
            Set.of("SALARY"),
            subject -> subject.trigger().get("amountMinor") instanceof Long amount && amount >= 1_000,
            Duration.ofDays(30));

    @ParameterizedTest(name = "{0} of {1} after {2} days: {3}")
    @CsvSource(textBlock = """
            SALARY, 1000, 0,  true
            SALARY, 1000, 30, true
            SALARY, 1000, 31, false
            SALARY, 1000, -1, false
            SALARY, 999,  1,  false
            CARD,   1000, 1,  false
            """)
    void a_goal_is_reached_by_its_fact_within_its_period(String name, long amount, int days, boolean reached) {
        assertThat(reachedGoal(Draft.of("one"), name, amount, days)).isEqualTo(reached);
        assertThat(reachedGoal(Draft.of("one").control(1), name, amount, days))
                .as("with those left alone alike")
                .isEqualTo(reached);
    }

    private static boolean reachedGoal(Draft draft, String name, long amount, int days) {
        Campaigns campaigns = Campaigns.live(List.of(draft.goal(SALARY).build()));
        Customer customer = decided(campaigns, Sample.ann(PUSH), Sample.upgraded("s1"), NOON);
        Occasion fact = new Occasion(
                OccasionKind.TRANSACTION,
                "t1",
                name,
                NOON.plus(DAY.multipliedBy(days)),
                Map.of("amountMinor", amount),
                Map.of(),
                List.of(),
                List.of(),
                null);
        Following following = new Following(campaigns);
        List<ReachedGoal> goals = following.goals(customer, fact, Sample.dateOf(fact.at()));
        for (ReachedGoal goal : goals) {
            assertThat(goal.amountMinor()).isEqualTo(amount);
            assertThat(following.goals(following.remember(customer, goal), fact, Sample.dateOf(fact.at())))
                    .as("once")
                    .isEmpty();
        }
        return !goals.isEmpty();
    }

    private static Customer decided(Campaigns campaigns, Customer customer, Occasion occasion, Instant at) {
        Deciding deciding = Sample.between(campaigns, Sample.policy(new ControlShare(0, "")));
        return deciding.remember(
                customer,
                deciding.decide(customer, occasion, Sample.when(at), Budget.Spending.NOTHING)
                        .orElseThrow());
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(textBlock = """
            UPGRADED,      WATCH_STARTED, true
            UPGRADED,      DOWNGRADED,    true
            UPGRADED,      NEAR_UPGRADE,  false
            NEAR_UPGRADE,  UPGRADED,      true
            WATCH_STARTED, WATCH_ENDED,   true
            WATCH_STARTED, NEAR_UPGRADE,  false
            """)
    void an_offer_is_called_back_where_its_reason_is_gone(String first, String then, boolean calledBack) {
        Trigger both = Trigger.of(OccasionKind.TIER_SIGNAL, Set.of(first));
        Campaigns campaigns =
                Campaigns.live(List.of(Draft.of("one").trigger(both).build()));
        Customer ann = decided(campaigns, Sample.ann(PUSH), Sample.signal("s1", first, NOON), NOON);

        List<Withdrawal> withdrawn =
                new Following(campaigns).undone(ann, Sample.signal("s2", then, NOON.plus(DAY)), NOON.plus(DAY));

        assertThat(withdrawn).hasSize(calledBack ? 1 : 0);
    }

    @Test
    void nobody_is_called_back_from_what_was_delivered_is_over_or_was_called_back_before() {
        Campaigns campaigns = Campaigns.live(List.of(Draft.of("one").build()));
        Following following = new Following(campaigns);
        Customer ann = decided(campaigns, Sample.ann(PUSH), Sample.upgraded("s1"), NOON);
        Occasion fall = Sample.signal("s2", "DOWNGRADED", NOON.plus(DAY));
        Exposure offer = ann.history().exposures().get(0);

        assertThat(following.undone(ann, fall, NOON.plus(DAY))).hasSize(1);
        assertThat(following.undone(ann.heard(offer, Happened.DELIVERED, PUSH, NOON), fall, NOON.plus(DAY)))
                .isEmpty();
        assertThat(following.undone(ann, fall, NOON.plus(Duration.ofDays(10)))).isEmpty();
        Withdrawal first = following.undone(ann, fall, NOON.plus(DAY)).get(0);
        assertThat(following.undone(following.remember(ann, first, NOON.plus(DAY)), fall, NOON.plus(DAY)))
                .isEmpty();
    }

    @Test
    void a_reversal_takes_back_what_the_transaction_gave_occasion_for() {
        Trigger salary = Trigger.of(OccasionKind.TRANSACTION, Set.of("SALARY"));
        Campaigns campaigns =
                Campaigns.live(List.of(Draft.of("one").trigger(salary).build()));
        Customer ann = decided(campaigns, Sample.ann(PUSH), transaction("t1", null), NOON);

        assertThat(new Following(campaigns)
                        .undone(ann, transaction("t2", new Occasion.Reversed("t1", NOON)), NOON.plus(DAY)))
                .hasSize(1);
        assertThat(new Following(campaigns)
                        .undone(ann, transaction("t2", new Occasion.Reversed("t0", NOON)), NOON.plus(DAY)))
                .isEmpty();
    }

    private static Occasion transaction(String id, Occasion.@Nullable Reversed reversed) {
        return new Occasion(
                OccasionKind.TRANSACTION, id, "SALARY", NOON, Map.of(), Map.of(), List.of(), List.of(), reversed);
    }

    @Test
    void whoever_withdraws_consent_before_delivery_hears_nothing() {
        Campaigns campaigns = Campaigns.live(List.of(Draft.of("one").build()));
        Following following = new Following(campaigns);
        Customer ann = decided(campaigns, Sample.ann(PUSH, SMS), Sample.upgraded("s1"), NOON);
        Exposure offer = ann.history().exposures().get(0);
        Customer unsubscribed = ann.unsubscribed(PUSH, NOON.plus(DAY));

        assertThat(offer.channel()).isEqualTo(PUSH);
        assertThat(following.unwanted(ann, NOON.plus(DAY))).isEmpty();
        assertThat(following.unwanted(unsubscribed, NOON.plus(DAY)))
                .extracting(one -> one.reason().code())
                .containsExactly("CONSENT");
    }

    /** The one who would have got the offer is the one to compare with; who would not have got it is not. */
    @Test
    void who_is_left_alone_counts_where_the_offer_would_have_been_made() {
        Campaigns campaigns = Campaigns.live(List.of(
                Draft.of("a").worth(900).control(1).build(),
                Draft.of("b").worth(500).build(),
                Draft.of("c").worth(100).control(1).build()));
        Customer ann = decided(campaigns, Sample.ann(PUSH), Sample.upgraded("s1"), NOON);

        assertThat(ann.history().exposures())
                .extracting(one -> one.campaignId() + (one.isControl() ? " left alone" : " treated"))
                .containsExactly("b treated", "a left alone");
        assertThat(ann.history().contacts()).hasSize(1);
    }
}
