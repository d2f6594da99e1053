package stratum.scoring.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.FxRateSet;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
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
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60}}
            """);
    private static final Account CURRENT = new Account("current", ProductFamily.DEPOSIT);
    private static final Account FUND = new Account("fund", ProductFamily.WEALTH);
    private static final Account LOAN = new Account("loan", ProductFamily.LOAN);
    private static final Account HOUSE = new Account("house", ProductFamily.MORTGAGE);
    private static final LocalDate NEW_YEAR = LocalDate.parse("2024-01-01");
    private static final LocalDate FAR = LocalDate.parse("2026-01-01");

    private static final Bank BANK = new Bank(
            ZoneOffset.UTC,
            "CZK",
            List.of(
                    rate("EUR", "2024-01-10", "26"),
                    rate("EUR", "2024-01-05", "25"),
                    rate("JPY", "2024-01-01", "0.1605"),
                    rate("KWD", "2024-01-01", "75.3")),
            new BigDecimal("0.015"),
            new BigDecimal("0.02"));

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
    void of_two_balances_of_one_moment_the_lower_counts() {
        Instant noon = at("2024-01-02T12:00:00Z");
        SpecificRecord[] facts = {
            anna.posted(CURRENT, Movement.spent(1, 10L), noon),
            anna.posted(CURRENT, Movement.spent(1, 9L), noon),
            anna.opened(CURRENT, 500L, noon)
        };

        assertThat(featuresOn("2024-01-02", facts)).containsEntry("balance", 9L);
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
    void foreign_money_of_which_no_rate_is_known_is_unknown_and_the_transaction_still_happened() {
        TransactionPosted dinner = in("EUR", anna.posted(CURRENT, Movement.spent(80, 20L), at("2024-01-02T20:00:00Z")));

        assertThat(featuresOn("2024-01-02", dinner))
                .containsEntry("balance", 0L)
                .containsEntry("debitTurnover90d", 0L)
                .containsEntry("txnCount90d", 1L)
                .containsEntry("daysSinceActivity", 0L);
    }

    /** Euros have cents, yen have none, dinars have thousandths, crowns have haler. */
    @ParameterizedTest
    @CsvSource({
        "EUR, 2024-01-05, 81, 2025", // 0.81 EUR at 25 CZK
        "EUR, 2024-01-10, 81, 2106", // at 26 CZK from that day on
        "EUR, 2024-01-04, 81, 0", // before the first rate
        "JPY, 2024-01-05, 100, 1605", // 100 JPY at 0.1605 CZK
        "JPY, 2024-01-05, 3, 48", // 0.4815 CZK
        "JPY, 2024-01-05, 10, 161", // 1.605 CZK, a half goes up
        "KWD, 2024-01-05, 1500, 11295", // 1.500 KWD at 75.3 CZK
        "USD, 2024-01-05, 100, 0" // never any rate
    })
    void foreign_money_counts_at_the_latest_rate_of_its_business_date(
            String currency, String date, long amount, long haler) {
        TransactionPosted paid =
                in(currency, anna.posted(CURRENT, Movement.spent(amount, amount), at(date + "T08:00:00Z")));

        assertThat(featuresOn("2024-01-31", paid))
                .containsEntry("debitTurnover90d", haler)
                .containsEntry("balance", haler);
    }

    @Test
    void a_reversal_takes_foreign_money_back_at_the_rate_at_which_it_came() {
        TransactionPosted paid = in("EUR", anna.posted(CURRENT, Movement.spent(100, null), at("2024-01-05T08:00:00Z")));
        TransactionPosted back = anna.reversed(paid, null, at("2024-01-20T08:00:00Z"));

        assertThat(featuresOn("2024-01-19", paid, back)).containsEntry("debitTurnover90d", 2_500L);
        assertThat(featuresOn("2024-01-20", paid, back))
                .containsEntry("debitTurnover90d", 0L)
                .containsEntry("creditTurnover90d", 0L);
    }

    /** 3,000 from the 20th of January, nothing from the 10th of February. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-31, ", // the relationship began in this month
        "2024-02-01, 3000", // 12 days of January
        "2024-02-29, 3000",
        "2024-03-01, 931", // 9 days of 29: 27000 / 29 = 931.03
        "2024-04-01, 0"
    })
    void the_average_of_the_last_month_is_over_those_of_its_days_that_are_in_the_relationship(
            String date, @Nullable Long average) {
        Map<String, Long> features = featuresOn(
                date,
                anna.opened(CURRENT, 3_000L, at("2024-01-20T08:00:00Z")),
                anna.posted(CURRENT, Movement.spent(3_000, 0L), at("2024-02-10T08:00:00Z")));

        assertThat(features.get("avgBalanceLastMonth")).isEqualTo(average);
    }

    /** 200 over 150; 300 over 180; 300 over 200; 50 over 179, of 1250 / 7 = 178.57. */
    @ParameterizedTest
    @CsvSource({"2024-01-04, 333333", "2024-01-05, 666667", "2024-01-06, 500000", "2024-01-07, -720670"})
    void the_balance_change_is_how_far_the_balance_is_above_its_average(String date, long millionths) {
        Map<String, Long> features = featuresOn(
                date,
                anna.opened(CURRENT, 100L, at("2024-01-01T08:00:00Z")),
                anna.posted(CURRENT, Movement.earned(100, 200L), at("2024-01-03T08:00:00Z")),
                anna.posted(CURRENT, Movement.earned(100, 300L), at("2024-01-05T08:00:00Z")),
                anna.posted(CURRENT, Movement.spent(250, 50L), at("2024-01-07T08:00:00Z")));

        assertThat(features).containsEntry("balanceChange90d", millionths);
    }

    @Test
    void without_any_balance_there_is_no_change_of_it() {
        assertThat(featuresOn("2024-01-02", anna.opened(CURRENT, 0L, at("2024-01-01T08:00:00Z"))))
                .containsEntry("balanceChange90d", 0L);
    }

    @Test
    void only_transfers_with_another_bank_are_an_outflow_to_other_banks() {
        TransactionPosted away = toOtherBank(anna.posted(CURRENT, transfer(300), at("2024-01-02T08:00:00Z")));
        TransactionPosted again = toOtherBank(anna.posted(CURRENT, transfer(70), at("2024-01-03T08:00:00Z")));

        assertThat(featuresOn(
                        "2024-01-05",
                        away,
                        again,
                        anna.posted(CURRENT, transfer(5), at("2024-01-03T09:00:00Z")),
                        toOtherBank(anna.posted(CURRENT, Movement.spent(9, null), at("2024-01-03T10:00:00Z"))),
                        anna.reversed(again, null, at("2024-01-04T08:00:00Z"))))
                .containsEntry("outflowToOtherBanks90d", 300L)
                .containsEntry("debitTurnover90d", 314L);
    }

    /** Three standing orders in each of February and March; one of March's is taken back in April. */
    @ParameterizedTest
    @CsvSource({"2024-03-31, 0", "2024-04-01, 1", "2024-04-09, 1", "2024-04-10, 0", "2024-05-01, 0"})
    void standing_orders_of_two_months_make_a_main_bank(String date, long mainBank) {
        List<SpecificRecord> facts = new ArrayList<>();
        for (String month : List.of("2024-02", "2024-03")) {
            for (int day = 1; day <= 3; day++) {
                facts.add(anna.posted(
                        CURRENT,
                        new Movement(Purpose.STANDING_ORDER, Direction.DEBIT, 10, null),
                        at(month + "-0" + day + "T08:00:00Z")));
            }
        }
        facts.add(anna.reversed((TransactionPosted) facts.get(5), null, at("2024-04-10T08:00:00Z")));

        assertThat(featuresOn(date, facts.toArray(SpecificRecord[]::new))).containsEntry("mainBank", mainBank);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, 0", "2024-04-01, 1", "2024-05-01, 0"})
    void three_salary_months_make_a_main_bank(String date, long mainBank) {
        Map<String, Long> features = featuresOn(
                date,
                anna.posted(CURRENT, Movement.earned(500, null), at("2024-01-31T08:00:00Z")),
                anna.posted(CURRENT, Movement.earned(500, null), at("2024-02-15T08:00:00Z")),
                anna.posted(CURRENT, Movement.earned(500, null), at("2024-03-01T08:00:00Z")));

        assertThat(features).containsEntry("mainBank", mainBank);
    }

    /** Sixty times 10 on a balance of 120; one less often, or one more on the account, is no merchant. */
    @ParameterizedTest
    @CsvSource({"60, 120, 1", "59, 118, 0", "60, 121, 0"})
    void a_merchant_is_paid_often_and_keeps_little(int credits, long balance, long merchant) {
        List<SpecificRecord> facts = new ArrayList<>();
        facts.add(anna.opened(CURRENT, balance, at("2024-01-01T08:00:00Z")));
        for (int i = 0; i < credits; i++) {
            facts.add(anna.posted(
                    CURRENT,
                    Movement.earned(10, null),
                    at("2024-01-02T08:00:00Z").plusSeconds(i)));
        }

        assertThat(featuresOn("2024-01-03", facts.toArray(SpecificRecord[]::new)))
                .containsEntry("merchantLike", merchant);
    }

    @Test
    void the_digital_share_is_of_what_the_customer_does() {
        TransactionPosted onPhone = anna.posted(CURRENT, Movement.spent(10, null), at("2024-01-02T08:00:00Z"));
        onPhone.setChannel(Channel.MOBILE);
        InteractionRecorded visit = anna.contact(InteractionKind.BRANCH_VISIT, at("2024-01-03T08:00:00Z"));
        visit.setChannel(Channel.BRANCH);
        SpecificRecord[] facts = {
            anna.posted(CURRENT, Movement.spent(10, null), at("2024-01-01T08:00:00Z")),
            onPhone,
            visit,
            anna.contact(InteractionKind.CALL_OUT, at("2024-01-03T09:00:00Z")),
            anna.reversed(onPhone, null, at("2024-01-04T08:00:00Z")),
            anna.contact(InteractionKind.LOGIN, at("2024-01-05T09:00:00Z"))
        };

        assertThat(featuresOn("2024-01-02", facts)).containsEntry("digitalShare90d", 500_000L);
        assertThat(featuresOn("2024-01-03", facts)).containsEntry("digitalShare90d", 333_333L);
        assertThat(featuresOn("2024-01-04", facts)).containsEntry("digitalShare90d", 0L);
        assertThat(featuresOn("2024-01-05", facts)).containsEntry("digitalShare90d", 333_333L);
        assertThat(featuresOn("2024-06-05", facts)).doesNotContainKey("digitalShare90d");
    }

    /** 1.5 % of a balance of 10,000 and 2 % of a debt of 30,000, both known from the second of two days on, and fees. */
    @Test
    void the_contribution_is_charges_and_the_margins_on_average_balance_and_average_debt() {
        TransactionPosted fee =
                anna.posted(CURRENT, new Movement(Purpose.FEE, Direction.DEBIT, 35, null), at("2024-01-02T08:00:00Z"));
        SpecificRecord[] facts = {
            anna.opened(CURRENT, null, at("2024-01-01T08:00:00Z")),
            anna.opened(LOAN, 30_000L, at("2024-01-02T08:00:00Z")),
            anna.valued(CURRENT, 10_000L, at("2024-01-02T08:00:00Z")),
            fee,
            anna.posted(CURRENT, new Movement(Purpose.PENALTY, Direction.DEBIT, 4, null), at("2024-01-02T09:00:00Z")),
            anna.posted(CURRENT, new Movement(Purpose.FEE, Direction.CREDIT, 99, null), at("2024-01-02T10:00:00Z")),
            anna.reversed(fee, null, at("2024-02-01T08:00:00Z")),
            anna.closed(LOAN, at("2024-02-01T08:00:00Z"))
        };

        assertThat(featuresOn("2024-01-01", facts)).containsEntry("contribution12m", 0L);
        // 35 + 4 + 1.5 % of 5,000 + 2 % of 15,000
        assertThat(featuresOn("2024-01-02", facts)).containsEntry("contribution12m", 414L);
        // 4 + 1.5 % of 9,688 (31 days of 32) + 2 % of 28,125 (30 days of 32) = 4 + 145.32 + 562.5
        assertThat(featuresOn("2024-02-01", facts)).containsEntry("contribution12m", 712L);
    }

    @Test
    void satisfaction_is_the_latest_answer_and_complaints_are_open_until_they_are_resolved() {
        SpecificRecord[] facts = {
            answer(9, "2024-01-03T08:00:00Z"),
            answer(4, "2024-01-02T08:00:00Z"),
            anna.contact(InteractionKind.SURVEY_ANSWERED, at("2024-01-04T08:00:00Z")),
            anna.contact(InteractionKind.COMPLAINT_RESOLVED, at("2024-01-02T08:00:00Z")),
            anna.contact(InteractionKind.COMPLAINT_OPENED, at("2024-01-03T08:00:00Z")),
            anna.contact(InteractionKind.COMPLAINT_OPENED, at("2024-01-04T08:00:00Z")),
            anna.contact(InteractionKind.COMPLAINT_OVERDUE, at("2024-01-05T08:00:00Z"))
        };

        assertThat(featuresOn("2024-01-02", facts))
                .containsEntry("satisfaction", 4L)
                .containsEntry("openComplaints", 0L);
        assertThat(featuresOn("2024-01-05", facts))
                .containsEntry("satisfaction", 9L)
                .containsEntry("openComplaints", 1L);
        assertThat(featuresOn("2024-01-05", anna.contact(InteractionKind.LOGIN, at("2024-01-05T08:00:00Z"))))
                .doesNotContainKey("satisfaction")
                .containsEntry("openComplaints", 0L);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-02, 2", "2024-12-30, 2", "2024-12-31, 1", "2025-01-01, 0"})
    void a_referral_counts_for_365_days(String date, long referrals) {
        Map<String, Long> features = featuresOn(
                date,
                anna.contact(InteractionKind.REFERRAL_MADE, at("2024-01-01T08:00:00Z")),
                anna.contact(InteractionKind.REFERRAL_MADE, at("2024-01-02T08:00:00Z")));

        assertThat(features).containsEntry("referrals12m", referrals);
    }

    /** Paid on New Year's Day and taken back 400 or 401 days later. */
    @ParameterizedTest
    @CsvSource({"2025-02-04, false", "2025-02-05, true"})
    void what_was_booked_over_400_days_ago_is_not_taken_back(String date, boolean known) {
        TransactionPosted paid = anna.posted(CURRENT, Movement.spent(80, null), at("2024-01-01T08:00:00Z"));
        Map<String, Long> features = featuresOn(date, paid, anna.reversed(paid, null, at(date + "T08:00:00Z")));

        assertThat(features.containsKey("daysSinceActivity")).isEqualTo(known);
    }

    private InteractionRecorded answer(int score, String moment) {
        InteractionRecorded answer = anna.contact(InteractionKind.SURVEY_ANSWERED, at(moment));
        answer.setScore(score);
        return answer;
    }

    private static Movement transfer(long amount) {
        return new Movement(Purpose.TRANSFER_OUT, Direction.DEBIT, amount, null);
    }

    private static TransactionPosted toOtherBank(TransactionPosted transaction) {
        transaction.setCounterpartyBank("EF");
        return transaction;
    }

    private static TransactionPosted in(String currency, TransactionPosted transaction) {
        transaction.setAmount(new Money(transaction.getAmount().getAmountMinor(), currency));
        if (transaction.getBalanceAfter() != null) {
            transaction.setBalanceAfter(new Money(transaction.getBalanceAfter().getAmountMinor(), currency));
        }
        return transaction;
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
        return Reference.of(days.toList(), BANK, ANY_POLICY);
    }

    private static FxRateSet rate(String currency, String from, String rate) {
        return FxRateSet.newBuilder()
                .setCurrency(currency)
                .setDate(LocalDate.parse(from))
                .setRate(new BigDecimal(rate).setScale(10))
                .build();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
