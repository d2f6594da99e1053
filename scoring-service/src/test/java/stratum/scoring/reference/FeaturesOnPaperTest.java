package stratum.scoring.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.InteractionKind;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.scoring.reference.CustomerFacts.Account;
import stratum.scoring.reference.CustomerFacts.Movement;

/** Features worked out by hand, to hold the reference itself to the definitions. */
final class FeaturesOnPaperTest {

    private static final ReferencePolicy ANY_POLICY = ReferencePolicy.parse("""
            {"id": "flat", "version": 1,
             "tiers": [{"code": "MASS", "minScore": 0}],
             "scoreCard": [{"dimension": "value", "weight": 1, "feature": "balance", "curve": [[0, 0]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"graceDays": 60}}
            """);
    private static final Account CURRENT = new Account("current", ProductFamily.DEPOSIT);
    private static final Account FUND = new Account("fund", ProductFamily.WEALTH);
    private static final Account LOAN = new Account("loan", ProductFamily.LOAN);
    private static final Account HOUSE = new Account("house", ProductFamily.MORTGAGE);
    private static final LocalDate NEW_YEAR = LocalDate.parse("2024-01-01");
    private static final LocalDate FAR = LocalDate.parse("2026-01-01");

    private final CustomerFacts anna = new CustomerFacts("anna");

    @Test
    void a_balance_is_the_sum_of_the_latest_of_each_asset_account_and_none_is_below_zero() {
        Map<String, Long> features = featuresOn(
                "2024-01-05",
                anna.opened(CURRENT, 500L, at("2024-01-02T08:00:00Z")),
                anna.posted(CURRENT, Movement.spent(100, 400L), at("2024-01-03T08:00:00Z")),
                anna.posted(CURRENT, Movement.spent(100, null), at("2024-01-04T08:00:00Z")),
                anna.opened(FUND, 70L, at("2024-01-03T09:00:00Z")),
                anna.valued(FUND, -1, at("2024-01-04T09:00:00Z")),
                anna.opened(LOAN, 9_000L, at("2024-01-03T10:00:00Z")),
                anna.posted(HOUSE, Movement.spent(5, 9_000L), at("2024-01-03T10:00:00Z")));

        assertThat(features).containsEntry("balance", 400L);
    }

    @Test
    void a_closed_account_is_empty_until_a_later_balance_comes() {
        SpecificRecord[] facts = {
            anna.opened(CURRENT, 500L, at("2024-01-02T08:00:00Z")),
            anna.closed(CURRENT, at("2024-01-03T08:00:00Z")),
            anna.posted(CURRENT, Movement.earned(7, 7L), at("2024-01-04T08:00:00Z"))
        };

        assertThat(featuresOn("2024-01-02", facts))
                .containsEntry("balance", 500L)
                .containsEntry("productCount", 1L);
        assertThat(featuresOn("2024-01-03", facts)).containsEntry("balance", 0L).containsEntry("productCount", 0L);
        assertThat(featuresOn("2024-01-04", facts)).containsEntry("balance", 7L).containsEntry("productCount", 0L);
    }

    @Test
    void
            of_two_balances_at_one_moment_the_transaction_is_later_than_the_holding_and_the_greater_id_later_than_the_lesser() {
        Instant noon = at("2024-01-02T12:00:00Z");
        HoldingChanged opened = anna.opened(CURRENT, 500L, noon);
        opened.setEventId("z");
        TransactionPosted greater = withId("t9", anna.posted(CURRENT, Movement.spent(1, 9L), noon));
        TransactionPosted lesser = withId("t10", anna.posted(CURRENT, Movement.spent(1, 10L), noon));

        assertThat(featuresOn("2024-01-02", greater, lesser, opened)).containsEntry("balance", 9L);
    }

    @Test
    void the_average_of_a_young_relationship_is_over_its_own_days_and_a_half_is_rounded_up() {
        SpecificRecord[] facts = {
            anna.opened(CURRENT, 100L, at("2024-01-10T08:00:00Z")),
            anna.posted(CURRENT, Movement.earned(1, 101L), at("2024-01-11T08:00:00Z"))
        };

        assertThat(featuresOn("2024-01-10", facts)).containsEntry("avgBalance90d", 100L);
        assertThat(featuresOn("2024-01-11", facts)).containsEntry("avgBalance90d", 101L); // 201 / 2
        assertThat(featuresOn("2024-01-12", facts)).containsEntry("avgBalance90d", 101L); // 302 / 3 = 100.67
    }

    /** 9,000 on the first day and nothing after it. */
    @ParameterizedTest
    @CsvSource({"2024-01-30, 300, 300", "2024-01-31, 290, 0", "2024-03-30, 100, 0", "2024-03-31, 0, 0"})
    void a_day_leaves_the_average_when_the_window_has_passed_it(String date, long ninety, long thirty) {
        Map<String, Long> features = featuresOn(
                date,
                anna.opened(CURRENT, 9_000L, at("2024-01-01T08:00:00Z")),
                anna.posted(CURRENT, Movement.spent(9_000, 0L), at("2024-01-02T08:00:00Z")));

        assertThat(features).containsEntry("avgBalance90d", ninety).containsEntry("avgBalance30d", thirty);
    }

    @Test
    void only_what_the_customer_causes_is_counted_and_a_day_once() {
        Map<String, Long> features = featuresOn(
                "2024-01-05",
                anna.posted(CURRENT, Movement.spent(10, null), at("2024-01-02T08:00:00Z")),
                anna.posted(CURRENT, Movement.spent(20, null), at("2024-01-02T09:00:00Z")),
                anna.posted(CURRENT, Movement.earned(500, null), at("2024-01-04T08:00:00Z")),
                anna.posted(CURRENT, interest(3), at("2024-01-05T08:00:00Z")));

        assertThat(features)
                .containsEntry("txnCount90d", 3L)
                .containsEntry("activeDays90d", 2L)
                .containsEntry("debitTurnover90d", 30L)
                .containsEntry("creditTurnover90d", 503L)
                .containsEntry("netFlow30d", 473L)
                .containsEntry("daysSinceActivity", 1L)
                .containsEntry("productCount", 0L)
                .containsEntry("tenureDays", 3L);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-30, 1, 1", "2024-01-31, 0, 1", "2024-03-30, 0, 1", "2024-03-31, 0, 0"})
    void a_transaction_counts_for_as_many_days_as_the_window_has(String date, long thirty, long ninety) {
        Map<String, Long> features =
                featuresOn(date, anna.posted(CURRENT, Movement.spent(10, null), at("2024-01-01T23:59:59Z")));

        assertThat(features)
                .containsEntry("txnCount30d", thirty)
                .containsEntry("txnCount90d", ninety)
                .containsEntry("activeDays90d", ninety);
    }

    @Test
    void a_reversal_takes_the_original_out_of_the_day_it_was_booked_on_and_its_balance_counts() {
        TransactionPosted dinner = anna.posted(CURRENT, Movement.spent(80, 20L), at("2024-01-02T20:00:00Z"));
        SpecificRecord[] facts = {
            anna.opened(CURRENT, 100L, at("2024-01-01T08:00:00Z")),
            dinner,
            anna.reversed(dinner, 100L, at("2024-01-04T08:00:00Z"))
        };

        assertThat(featuresOn("2024-01-03", facts))
                .containsEntry("balance", 20L)
                .containsEntry("txnCount90d", 1L)
                .containsEntry("debitTurnover90d", 80L);
        assertThat(featuresOn("2024-01-04", facts))
                .containsEntry("balance", 100L)
                .containsEntry("avgBalance90d", 60L) // 100, 20, 20, 100
                .containsEntry("txnCount90d", 0L)
                .containsEntry("activeDays90d", 0L)
                .containsEntry("debitTurnover90d", 0L)
                .containsEntry("creditTurnover90d", 0L)
                .doesNotContainKey("daysSinceActivity");
    }

    @Test
    void a_reversal_known_before_its_original_never_makes_a_count_negative() {
        TransactionPosted dinner = anna.posted(CURRENT, Movement.spent(80, null), at("2024-01-02T20:00:00Z"));
        TransactionPosted lunch = anna.posted(CURRENT, Movement.spent(30, null), at("2024-01-03T12:00:00Z"));
        TransactionPosted back = anna.reversed(dinner, null, at("2024-01-03T08:00:00Z"));
        Days days = new Days(NEW_YEAR, LocalDate.parse("2024-01-10"))
                .publish(LocalDate.parse("2024-01-03"), back, lunch)
                .publish(LocalDate.parse("2024-01-06"), dinner);

        assertThat(features(days, "2024-01-05"))
                .containsEntry("txnCount90d", 1L)
                .containsEntry("tenureDays", 2L);
        assertThat(features(days, "2024-01-06"))
                .containsEntry("txnCount90d", 1L)
                .containsEntry("tenureDays", 4L);
    }

    @Test
    void a_repeat_changes_nothing() {
        TransactionPosted dinner = anna.posted(CURRENT, Movement.spent(80, 20L), at("2024-01-02T20:00:00Z"));
        Days days = new Days(NEW_YEAR, LocalDate.parse("2024-01-10"))
                .publish(LocalDate.parse("2024-01-02"), dinner, dinner)
                .publish(LocalDate.parse("2024-01-08"), dinner);

        assertThat(features(days, "2024-01-08"))
                .containsEntry("txnCount90d", 1L)
                .containsEntry("debitTurnover90d", 80L);
        assertThat(play(days).repeated("anna")).hasSize(2);
    }

    /** Published after the tick of 2025-02-05, which is day 401 of a relationship begun on 2024-01-01. */
    @ParameterizedTest
    @CsvSource({"2024-01-02, 30, true", "2024-01-01, 10, false"})
    void a_fact_is_booked_up_to_400_days_late_and_counts_for_the_tenure_for_ever(
            String date, long balance, boolean booked) {
        LocalDate lastTick = LocalDate.parse("2025-02-05");
        Days days = new Days(LocalDate.parse("2025-01-01"), lastTick.plusDays(1))
                .publish(LocalDate.parse("2025-01-01"), anna.opened(FUND, 10L, at("2025-01-01T08:00:00Z")))
                .publish(lastTick.plusDays(1), anna.opened(CURRENT, 20L, at(date + "T08:00:00Z")));

        assertThat(features(days, "2025-02-06"))
                .containsEntry("balance", balance)
                .containsEntry("productCount", booked ? 2L : 1L)
                .containsEntry("tenureDays", booked ? 401L : 402L);
        assertThat(play(days).tooLate("anna")).hasSize(booked ? 0 : 1);
    }

    @Test
    void holdings_are_open_as_the_latest_word_on_each_says() {
        SpecificRecord[] facts = {
            anna.closed(FUND, at("2024-01-03T08:00:00Z")),
            anna.opened(FUND, null, at("2024-01-02T08:00:00Z")),
            anna.opened(CURRENT, null, at("2024-01-02T08:00:00Z")),
            anna.valued(LOAN, 5, at("2024-01-02T08:00:00Z")),
            anna.opened(HOUSE, null, at("2024-01-02T08:00:00Z")),
            anna.opened(new Account("second", ProductFamily.DEPOSIT), null, at("2024-01-02T08:00:00Z"))
        };

        assertThat(featuresOn("2024-01-02", facts))
                .containsEntry("productCount", 5L)
                .containsEntry("productFamilies", 4L);
        assertThat(featuresOn("2024-01-03", facts))
                .containsEntry("productCount", 4L)
                .containsEntry("productFamilies", 3L);
    }

    /** Paid on the last of January and of February; a month counts from the day after its last. */
    @ParameterizedTest
    @CsvSource({"2024-01-31, 0", "2024-02-01, 1", "2024-02-29, 1", "2024-03-01, 2", "2024-04-30, 2", "2024-05-01, 1"})
    void a_salary_month_is_one_that_is_over(String date, long months) {
        Map<String, Long> features = featuresOn(
                date,
                anna.posted(CURRENT, Movement.earned(500, null), at("2024-01-31T08:00:00Z")),
                anna.posted(CURRENT, Movement.earned(500, null), at("2024-02-29T08:00:00Z")),
                anna.posted(CURRENT, Movement.earned(500, null), at("2024-02-29T09:00:00Z")));

        assertThat(features).containsEntry("salaryMonths", months);
    }

    @Test
    void a_call_by_the_bank_is_no_sign_of_life() {
        Map<String, Long> features = featuresOn(
                "2024-01-09",
                anna.contact(InteractionKind.LOGIN, at("2024-01-03T08:00:00Z")),
                anna.contact(InteractionKind.CALL_OUT, at("2024-01-05T08:00:00Z")));

        assertThat(features).containsEntry("daysSinceActivity", 6L).doesNotContainKeys("tenureDays", "avgBalance90d");
    }

    @Test
    void foreign_money_is_unknown_and_the_transaction_still_happened() {
        TransactionPosted dinner = anna.posted(CURRENT, Movement.spent(80, null), at("2024-01-02T20:00:00Z"));
        dinner.setAmount(new Money(80L, "EUR"));
        dinner.setBalanceAfter(new Money(20L, "EUR"));

        assertThat(featuresOn("2024-01-02", dinner))
                .containsEntry("balance", 0L)
                .containsEntry("debitTurnover90d", 0L)
                .containsEntry("txnCount90d", 1L);
    }

    @Test
    void a_business_date_is_the_date_on_the_banks_own_calendar() {
        TransactionPosted late = anna.posted(CURRENT, Movement.spent(80, null), at("2024-01-02T23:30:00Z"));
        Days days = new Days(NEW_YEAR, LocalDate.parse("2024-01-05")).publish(LocalDate.parse("2024-01-03"), late);
        Reference prague = Reference.of(days.toList(), ZoneId.of("Europe/Prague"), "CZK", ANY_POLICY);

        assertThat(prague.standing("anna", LocalDate.parse("2024-01-03"))
                        .orElseThrow()
                        .features())
                .containsEntry("tenureDays", 0L);
        assertThat(prague.signals("anna").get(0).occurredAt()).isEqualTo(at("2024-01-02T23:30:00Z"));
    }

    private static Movement interest(long amount) {
        return new Movement(Purpose.INTEREST, Direction.CREDIT, amount, null);
    }

    private static TransactionPosted withId(String id, TransactionPosted transaction) {
        transaction.setEventId(id);
        return transaction;
    }

    /** Each fact published on its own date. */
    private static Map<String, Long> featuresOn(String date, SpecificRecord... facts) {
        List<SpecificRecord> inTime = new ArrayList<>(Arrays.asList(facts));
        Days days = new Days(NEW_YEAR, FAR);
        inTime.forEach(fact -> days.publish(
                ((Instant) fact.get(fact.getSchema().getField("occurredAt").pos()))
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate(),
                fact));
        return features(days, date);
    }

    private static Map<String, Long> features(Days days, String date) {
        return play(days).standing("anna", LocalDate.parse(date)).orElseThrow().features();
    }

    private static Reference play(Days days) {
        return Reference.of(days.toList(), ZoneOffset.UTC, "CZK", ANY_POLICY);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
