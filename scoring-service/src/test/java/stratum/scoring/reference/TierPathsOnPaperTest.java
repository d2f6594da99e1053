package stratum.scoring.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.events.ProductFamily;
import stratum.scoring.reference.CustomerFacts.Account;
import stratum.scoring.reference.CustomerFacts.Movement;

/** Ways through the tiers worked out by hand. */
final class TierPathsOnPaperTest {

    /** 100,000 on average give 300 of 1000; every active day up to ten gives 40. */
    private static final ReferencePolicy POLICY = ReferencePolicy.parse("""
            {"id": "paper", "version": 1,
             "tiers": [
               {"code": "MASS", "minScore": 0},
               {"code": "CORE", "minScore": 200},
               {"code": "VIP", "minScore": 500, "gates": {"avgBalance90d": 100000}},
               {"code": "PRIVATE", "minScore": 800, "gates": {"avgBalance90d": 1000000}}],
             "scoreCard": [
               {"dimension": "value", "weight": 60, "feature": "avgBalance90d",
                "curve": [[0, 0], [100000, 50], [1000000, 100]]},
               {"dimension": "activity", "weight": 40, "feature": "activeDays90d", "curve": [[0, 0], [10, 100]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60}}
            """);

    /** The score is half the balance, and 1,000 makes CORE. */
    private static final String BALANCE_ONLY = """
            {"id": "border", "version": 1,
             "tiers": [
               {"code": "MASS", "minScore": 0},
               {"code": "CORE", "minScore": 500, "gates": {%s}},
               {"code": "VIP", "minScore": 800, "gates": {}}],
             "scoreCard": [{"dimension": "value", "weight": 1, "feature": "balance", "curve": [[0, 0], [2000, 100]]}],
             "marginPercent": 5, "promotion": "AT_ONCE", "demotion": {"afterDays": 60}}
            """;

    private static final Account CURRENT = new Account("current", ProductFamily.DEPOSIT);
    private static final LocalDate NEW_YEAR = LocalDate.parse("2024-01-01");

    private final CustomerFacts anna = new CustomerFacts("anna");

    @Test
    void a_customer_rises_at_once_is_watched_when_activity_fades_and_moves_down_after_the_grace() {
        Days days = fiveActiveDays(LocalDate.parse("2024-06-30"));

        assertThat(signals(days.toList()))
                .containsExactly(
                        "ASSIGNED 2024-01-01 2024-01-01T08:00:00Z null CORE",
                        "UPGRADED 2024-01-05 2024-01-05T12:00:00Z CORE VIP",
                        "WATCH_STARTED 2024-03-31 2024-03-31T23:59:59.999Z VIP VIP",
                        "DOWNGRADED 2024-05-30 2024-05-30T23:59:59.999Z VIP CORE");
    }

    @Test
    void a_standing_shows_tier_candidate_and_watch() {
        Reference reference = play(fiveActiveDays(LocalDate.parse("2024-06-30")).toList(), POLICY);

        assertThat(reference.standing("anna", LocalDate.parse("2024-03-30")).orElseThrow())
                .extracting("score", "tier", "candidate", "watch")
                .containsExactly(500, "VIP", "VIP", null);
        assertThat(reference.standing("anna", LocalDate.parse("2024-03-31")).orElseThrow())
                .extracting("score", "tier", "candidate", "watch")
                .containsExactly(
                        460,
                        "VIP",
                        "CORE",
                        new ReferenceWatch(LocalDate.parse("2024-03-31"), LocalDate.parse("2024-05-30")));
        assertThat(reference.standing("anna", LocalDate.parse("2024-05-30")).orElseThrow())
                .extracting("score", "tier", "candidate", "watch")
                .containsExactly(300, "CORE", "CORE", null);
    }

    @Test
    void days_without_a_tick_of_their_own_are_evaluated_all_the_same() {
        Days days = fiveActiveDays(LocalDate.parse("2024-06-30"));

        assertThat(signals(days.withoutEmptyOnes())).isEqualTo(signals(days.toList()));
    }

    @ParameterizedTest
    @CsvSource({
        // CORE asks for 500 points and keeps at 475; a half point is rounded up
        "950, '', ''",
        "949, '', ''",
        "948, '', WATCH_STARTED",
        // with a gate on the balance itself: 1,000, kept at 950, not rounded
        "950, '\"balance\": 1000', ''",
        "949, '\"balance\": 1000', WATCH_STARTED",
        "949, '\"balance\": 999', WATCH_STARTED",
        "949, '\"balance\": 998', ''",
    })
    void a_customer_keeps_her_tier_within_the_margin(long balance, String gate, String expected) {
        Days days = balances(1_000, balance);

        assertThat(kinds(days, gate))
                .isEqualTo(expected.isEmpty() ? List.of("ASSIGNED") : List.of("ASSIGNED", expected));
    }

    @ParameterizedTest
    @CsvSource({
        "997, ASSIGNED WATCH_STARTED",
        "998, ASSIGNED WATCH_STARTED",
        "999, ASSIGNED WATCH_STARTED WATCH_ENDED",
        "1439, ASSIGNED WATCH_STARTED WATCH_ENDED",
        // 800 points make VIP, and 776 are near it
        "1551, ASSIGNED WATCH_STARTED WATCH_ENDED NEAR_UPGRADE",
        "1598, ASSIGNED WATCH_STARTED WATCH_ENDED NEAR_UPGRADE",
        "1599, ASSIGNED WATCH_STARTED UPGRADED"
    })
    void a_watched_customer_recovers_with_the_whole_threshold_only(long balance, String expected) {
        Days days = balances(1_000, 900, balance);

        assertThat(kinds(days, "")).containsExactly(expected.split(" "));
    }

    @Test
    void a_profile_alone_has_no_tier() {
        Days days =
                new Days(NEW_YEAR, NEW_YEAR.plusDays(3)).publish(NEW_YEAR, anna.profiled(at("2024-01-01T08:00:00Z")));
        Reference reference = play(days.toList(), POLICY);

        assertThat(reference.signals()).isEmpty();
        assertThat(reference.standing("anna", NEW_YEAR).orElseThrow().tier()).isNull();
        assertThat(reference.standing("anna", NEW_YEAR).orElseThrow().features())
                .containsEntry("balance", 0L);
    }

    @Test
    void a_late_fact_moves_the_customer_at_the_last_tick() {
        Days days = fiveActiveDays(LocalDate.parse("2024-06-30"))
                .publish(
                        LocalDate.parse("2024-04-11"),
                        spent("2024-03-20"),
                        spent("2024-03-21"),
                        spent("2024-03-22"),
                        spent("2024-03-23"),
                        spent("2024-03-24"));

        assertThat(signals(days.toList()).subList(2, 4))
                .containsExactly(
                        "WATCH_STARTED 2024-03-31 2024-03-31T23:59:59.999Z VIP VIP",
                        "WATCH_ENDED 2024-04-10 2024-04-10T23:59:59.999Z VIP VIP");
    }

    @Test
    void a_fact_on_the_last_day_of_the_grace_can_still_end_the_watch() {
        Days days = fiveActiveDays(LocalDate.parse("2024-06-30"));
        for (int day = 26; day <= 30; day++) {
            days.publish(LocalDate.of(2024, 5, day), spent("2024-05-" + day));
        }

        assertThat(signals(days.toList()).get(3)).isEqualTo("WATCH_ENDED 2024-05-30 2024-05-30T12:00:00Z VIP VIP");
    }

    private Days fiveActiveDays(LocalDate last) {
        Days days =
                new Days(NEW_YEAR, last).publish(NEW_YEAR, anna.opened(CURRENT, 100_000L, at("2024-01-01T08:00:00Z")));
        NEW_YEAR.datesUntil(NEW_YEAR.plusDays(5)).forEach(day -> days.publish(day, spent(day.toString())));
        return days;
    }

    private SpecificRecord spent(String date) {
        return anna.posted(CURRENT, Movement.spent(1, null), at(date + "T12:00:00Z"));
    }

    /** One balance a day, from the first of January on. */
    private Days balances(long... balances) {
        Days days = new Days(NEW_YEAR, NEW_YEAR.plusDays(balances.length));
        for (int i = 0; i < balances.length; i++) {
            LocalDate day = NEW_YEAR.plusDays(i);
            days.publish(day, anna.opened(CURRENT, balances[i], at(day + "T08:00:00Z")));
        }
        return days;
    }

    private static List<String> kinds(Days days, String gate) {
        return play(days.toList(), ReferencePolicy.parse(BALANCE_ONLY.formatted(gate))).signals("anna").stream()
                .map(signal -> signal.kind().name())
                .toList();
    }

    private static List<String> signals(List<ReferenceDay> days) {
        return play(days, POLICY).signals("anna").stream()
                .map(s -> "%s %s %s %s %s".formatted(s.kind(), s.asOf(), s.occurredAt(), s.from(), s.to()))
                .toList();
    }

    private static Reference play(List<ReferenceDay> days, ReferencePolicy policy) {
        return Reference.of(days, ZoneOffset.UTC, "CZK", policy);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
