package stratum.campaign.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.Condition;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.Subject;

class ShippedCampaignsTest {

    private static final LocalDate TODAY = LocalDate.of(1995, 3, 1);
    private static final ShippedCampaigns SHIPPED = ShippedCampaigns.load();

    @Test
    void there_is_one_for_each_stage_and_each_kind_of_occasion() {
        List<Campaign> all =
                SHIPPED.all().stream().map(ShippedCampaigns.Shipped::campaign).toList();

        assertThat(all).hasSize(14);
        assertThat(all.stream()
                        .filter(one -> one.trigger().kind() == OccasionKind.STAGE_CHANGE)
                        .flatMap(one -> one.trigger().names().stream()))
                .contains("PROSPECT", "ACQUISITION", "AT_RISK", "CHURNED");
        assertThat(all.stream().map(one -> one.trigger().kind()).distinct())
                .containsExactlyInAnyOrder(
                        OccasionKind.TIER_SIGNAL,
                        OccasionKind.STAGE_CHANGE,
                        OccasionKind.MILESTONE,
                        OccasionKind.INTERACTION,
                        OccasionKind.TRANSACTION,
                        OccasionKind.SCHEDULE);
    }

    @ParameterizedTest(name = "in {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            PROSPECT    | prospect-invitation
            ACQUISITION | birthday-anniversary
            GROWTH      | idle-money
            MATURITY    | idle-money
            AT_RISK     | retention
            CHURNED     | win-back
            """)
    void every_stage_can_hear_of_something(String stage, String campaign) {
        Subject subject =
                new Subject(Map.of("tenureDays", 400L), "CORE", stage, List.of("WEALTH"), Map.of(), Map.of(), TODAY);

        assertThat(holds(campaign, subject)).isTrue();
    }

    @Test
    void all_speak_both_languages_on_every_channel_and_say_what_they_are_for() {
        SHIPPED.all().forEach(one -> {
            assertThat(one.document()).contains("\"zh-CN\"");
            assertThat(one.campaign().goal()).as(one.campaign().id()).isNotNull();
        });
    }

    @ParameterizedTest(name = "from {0} at age {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # from      | age | welcomed
            ''          |     | true
            PROSPECT    |     | true
            PROSPECT    | 35  | true
            PROSPECT    | 15  | false
            CHURNED     | 35  | false
            """)
    void a_new_customer_is_welcomed_unless_a_child(String from, Long age, boolean welcomed) {
        Subject subject =
                subject(Map.of(), "", "ACQUISITION", age == null ? Map.of() : Map.of("age", age), Map.of("from", from));

        assertThat(holds("welcome", subject)).isEqualTo(welcomed);
    }

    @ParameterizedTest(name = "{0} to {1} in {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # signal     | tier    | stage    | told
            UPGRADED     | CORE    | GROWTH   | true
            UPGRADED     | PRIVATE | MATURITY | true
            UPGRADED     | MASS    | GROWTH   | false
            UPGRADED     | VIP     | ''       | true
            UPGRADED     | VIP     | CHURNED  | false
            """)
    void whoever_rises_hears_of_the_benefits(String signal, String tier, String stage, boolean told) {
        Subject subject = subject(Map.of(), tier, stage, Map.of(), Map.of("name", signal, "tier", tier));

        assertThat(holds("new-tier-benefits", subject)).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0} after {1} days: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # tier  | tenure | held
            VIP     |        | true
            CORE    | 5      | true
            MASS    | 60     | true
            MASS    | 59     | false
            MASS    |        | false
            ''      |        | false
            """)
    void a_customer_worth_holding_is_held(String tier, Long tenure, boolean held) {
        Map<String, Object> features = tenure == null ? Map.of() : Map.of("tenureDays", tenure);

        assertThat(holds("retention", subject(features, tier, "AT_RISK", Map.of(), Map.of("risk", 60L))))
                .isEqualTo(held);
    }

    @Test
    void a_feature_that_is_not_known_leaves_a_condition_undecided() throws Exception {
        Condition condition = new CelConditions().compile("features.balance > 0");

        assertThatThrownBy(() -> condition.holds(subject(Map.of(), "VIP", "GROWTH", Map.of(), Map.of())))
                .isInstanceOf(Condition.Undecidable.class)
                .hasMessageContaining("balance");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            features.balanceChange90d <= -0.5        | true
            features.balance >= 100.5                | true
            features.mainBank == true                | true
            today < timestamp('1995-03-02T00:00:00Z')| true
            today.getMonth() == 2                    | true
            'WEALTH' in needs                        | true
            trigger.causes.exists(c, c == 'COMPLAINT') | true
            profile.kind == 'CORPORATE'              | false
            """)
    void conditions_can_ask_about_all_that_is_known(String expression, boolean holds) throws Exception {
        Subject subject = new Subject(
                Map.of("balanceChange90d", -0.5, "balance", 101L, "mainBank", true),
                "VIP",
                "GROWTH",
                List.of("WEALTH"),
                Map.of("kind", "PERSONAL"),
                Map.of("causes", List.of("COMPLAINT")),
                TODAY);

        assertThat(new CelConditions().compile(expression).holds(subject)).isEqualTo(holds);
    }

    private static boolean holds(String campaign, Subject subject) {
        return SHIPPED.all().stream()
                .map(ShippedCampaigns.Shipped::campaign)
                .filter(one -> one.id().equals(campaign))
                .map(Campaign::condition)
                .findFirst()
                .orElseThrow()
                .holds(subject);
    }

    private static Subject subject(
            Map<String, Object> features,
            String tier,
            String stage,
            Map<String, Object> profile,
            Map<String, Object> trigger) {
        return new Subject(features, tier, stage, List.of(), profile, new HashMap<>(trigger), TODAY);
    }
}
