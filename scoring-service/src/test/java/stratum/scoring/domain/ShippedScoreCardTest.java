package stratum.scoring.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.scoring.usecase.ShippedPolicies;

/** What the score cards that are shipped make of customers that every bank has. */
final class ShippedScoreCardTest {

    private static final double DEPOSIT_MARGIN = 0.015;

    static Stream<TierPolicy> shipped() {
        return Stream.of("EUR", "CZK")
                .flatMap(currency ->
                        Stream.of(ShippedPolicies.rolling(currency), ShippedPolicies.monthAverage(currency)));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_score_is_made_of_the_six_dimensions(TierPolicy policy) {
        assertThat(policy.scoreCard().dimensions())
                .extracting(ScoreCard.Dimension::name)
                .containsExactly("value", "contribution", "activity", "breadth", "loyalty", "engagement");
        assertThat(policy.scoreCard().dimensions())
                .extracting(ScoreCard.Dimension::weight)
                .containsExactly(40, 10, 15, 15, 10, 10);
    }

    /** Balances are those at which a tier opens, and one minor unit less. */
    @ParameterizedTest
    @CsvSource({
        // who                          balance, active, products, tenure, main, referred, digital, transactions, tier
        "a student with little,           40000,     20,        1,    400,    0,        0,  900000,           12, MASS",
        "a salaried household,           620000,     25,        2,   1500,    1,        0,  600000,           14, CORE",
        "the same with a cent too little, 499999,    25,        2,   1500,    1,        0,  600000,           14, MASS",
        "a new saver who only saves,     5000000,     0,        1,    100,    0,        0,       0,            0, CORE",
        "a saver who is at home here,    5000000,     6,        2,    900,    0,        0,  500000,            2, VIP",
        "a rich household,              60000000,    12,        3,   2000,    1,        1,  700000,            8, PRIVATE",
        "money that is only parked,     60000000,     0,        1,     30,    0,        0,       0,            0, VIP",
        "a new and busy rich household, 60000000,     9,        2,     60,    0,        0,  500000,            5, PRIVATE",
    })
    void customers_are_where_a_banker_would_look_for_them(ArgumentsAccessor customer) {
        long balance = requireNonNull(customer.getLong(1));
        Map<Feature, Long> values = having(balance);
        values.put(Feature.AVG_BALANCE_90D, balance);
        values.put(Feature.AVG_BALANCE_LAST_MONTH, balance);
        Feature[] rest = {
            Feature.ACTIVE_DAYS_90D,
            Feature.PRODUCT_COUNT,
            Feature.TENURE_DAYS,
            Feature.MAIN_BANK,
            Feature.REFERRALS_12M,
            Feature.DIGITAL_SHARE_90D,
            Feature.TXN_COUNT_30D
        };
        for (int i = 0; i < rest.length; i++) {
            values.put(rest[i], requireNonNull(customer.getLong(2 + i)));
        }

        for (TierPolicy policy : List.of(ShippedPolicies.rolling("EUR"), ShippedPolicies.monthAverage("EUR"))) {
            assertThat(candidate(policy, values))
                    .as("%s by %s", customer.getString(0), policy.id())
                    .isEqualTo(customer.getString(9));
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_balance_alone_in_one_account_opens_no_tier_and_a_little_more_of_a_relationship_does(TierPolicy policy) {
        for (Tier tier : policy.tiers().subList(1, policy.tiers().size())) {
            Map<Feature, Long> values = having(tier.gates().values().iterator().next());
            values.putAll(tier.gates());
            values.put(Feature.PRODUCT_COUNT, 1L);
            assertThat(candidate(policy, values)).isNotEqualTo(tier.code());

            values.put(Feature.TENURE_DAYS, 365L);
            values.put(Feature.ACTIVE_DAYS_90D, 3L);
            assertThat(candidate(policy, values)).isEqualTo(tier.code());
        }
    }

    /** What the bank earns follows from what is kept with it. */
    private static Map<Feature, Long> having(long balance) {
        Map<Feature, Long> values = new EnumMap<>(Feature.class);
        values.put(Feature.CONTRIBUTION_12M, Math.round(balance * DEPOSIT_MARGIN));
        return values;
    }

    private static String candidate(TierPolicy policy, Map<Feature, Long> values) {
        return policy.tier(policy.assess(Features.of(values)).candidate()).code();
    }
}
