package stratum.lifecycle.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.events.StageChanged;
import stratum.lifecycle.domain.Assessment;
import stratum.lifecycle.domain.Cause;
import stratum.lifecycle.domain.Decision;
import stratum.lifecycle.domain.Fact;
import stratum.lifecycle.domain.Life;
import stratum.lifecycle.domain.Lifecycle;
import stratum.lifecycle.domain.Transition;
import stratum.lifecycle.reference.Facts;
import stratum.lifecycle.reference.ForeignMoney;
import stratum.lifecycle.reference.RandomHistories;
import stratum.lifecycle.reference.RandomHistories.Day;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/** What holds for every customer, over many histories. */
final class LawsTest {

    private static final BankFacts FACTS = new BankFacts(ZoneOffset.UTC, Facts.CURRENCY).at(ForeignMoney.RATES);

    private final Lifecycle lifecycle = new Lifecycle(PolicyReading.defaultPolicy());

    static LongStream seeds() {
        return LongStream.range(1_000, 1_080);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void waiting_until_a_customer_is_due_changes_nothing_against_looking_every_day(long seed) {
        List<Day> history = RandomHistories.of(seed);

        List<Transition> waiting = walk(history, life -> life, Life::reviewDate);
        List<Transition> daily = walk(history, life -> life, life -> LocalDate.MIN);

        assertThat(told(waiting)).isEqualTo(told(daily));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stopping_and_going_on_from_the_bytes_kept_changes_nothing(long seed) {
        List<Day> history = RandomHistories.of(seed);

        List<Transition> straight = walk(history, life -> life, Life::reviewDate);
        List<Transition> resumed = walk(history, life -> Life.fromBytes(life.toBytes()), Life::reviewDate);

        assertThat(told(resumed)).isEqualTo(told(straight));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_known_in_the_end_does_not_depend_on_the_order_in_which_it_came(long seed) {
        List<Fact> facts = lately(RandomHistories.of(seed));
        LocalDate today =
                facts.stream().map(Fact::date).max(LocalDate::compareTo).orElseThrow();
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        Assessment one = known(facts, today);
        Assessment other = known(shuffled, today);

        assertThat(other.features().named()).isEqualTo(one.features().named());
        assertThat(other.pAlive()).isEqualTo(one.pAlive());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobody_goes_from_a_stage_to_the_same_and_no_risk_comes_back_within_14_days(long seed) {
        List<Transition> path = walk(RandomHistories.of(seed), life -> life, Life::reviewDate);

        path.forEach(
                change -> assertThat(change.from()).isNotEqualTo(change.to().stage()));
        for (int i = 1; i < path.size(); i++) {
            assertThat(path.get(i).from()).isEqualTo(path.get(i - 1).to().stage());
            if (path.get(i).causes().equals(List.of(Cause.RECOVERED))) {
                assertThat(path.get(i).to().since())
                        .isAfterOrEqualTo(path.get(i - 1).to().since().plusDays(14));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void risk_is_0_to_100_and_the_chance_of_being_alive_a_probability_that_falls_in_silence(long seed) {
        Life life = Life.UNKNOWN;
        for (Day day : RandomHistories.of(seed)) {
            for (Fact fact : facts(day)) {
                life = lifecycle.book(life, fact, day.date(), endOf(day.date())).life();
            }
            Assessment now = lifecycle.assess(life, day.date());
            Double tomorrow = lifecycle.assess(life, day.date().plusDays(1)).pAlive();
            assertThat(now.risk().score()).isBetween(0, 100);
            if (now.pAlive() != null) {
                assertThat(now.pAlive()).isBetween(0.0, 1.0);
                assertThat(tomorrow).isLessThanOrEqualTo(now.pAlive());
            }
        }
    }

    @Test
    void the_order_of_arrival_within_a_day_changes_neither_changes_nor_state() {
        for (long seed = 0; seed < 10; seed++) {
            List<Day> history = RandomHistories.of(seed);
            try (DecisionDriver one = LifecycleStreamTest.driver();
                    DecisionDriver other = LifecycleStreamTest.driver()) {
                history.forEach(day -> one.publish(day.facts()).endOf(day.date()));
                RandomHistories.shuffled(history, seed)
                        .forEach(day -> other.publish(day.facts()).endOf(day.date()));

                assertThat(other.announced(Topics.TRANSITIONS, StageChanged.class))
                        .isEqualTo(one.announced(Topics.TRANSITIONS, StageChanged.class));
                assertThat(other.kept("c" + seed)).isEqualTo(one.kept("c" + seed));
            }
        }
    }

    /** Else the laws would hold of little. */
    @Test
    void the_histories_go_every_way_there_is() {
        Map<String, Integer> ways = new TreeMap<>();
        Set<String> causes = new HashSet<>();
        seeds().forEach(seed -> walk(RandomHistories.of(seed), life -> life, Life::reviewDate)
                .forEach(change -> {
                    ways.merge(change.from() + ">" + change.to().stage(), 1, Integer::sum);
                    change.causes().forEach(cause -> causes.add(cause.name()));
                }));

        assertThat(ways)
                .containsKeys(
                        "null>PROSPECT",
                        "null>ACQUISITION",
                        "PROSPECT>ACQUISITION",
                        "ACQUISITION>GROWTH",
                        "ACQUISITION>AT_RISK",
                        "ACQUISITION>CHURNED",
                        "GROWTH>MATURITY",
                        "GROWTH>AT_RISK",
                        "GROWTH>CHURNED",
                        "MATURITY>AT_RISK",
                        "MATURITY>CHURNED",
                        "AT_RISK>ACQUISITION",
                        "AT_RISK>GROWTH",
                        "AT_RISK>MATURITY",
                        "AT_RISK>CHURNED",
                        "CHURNED>GROWTH");
        for (Cause cause : Cause.values()) {
            assertThat(causes).contains(cause.name());
        }
    }

    /** Each day's facts, and then the day's end, if the customer is due by then. */
    private List<Transition> walk(List<Day> history, Function<Life, Life> between, DueDate due) {
        List<Transition> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Life life = Life.UNKNOWN;
        for (Day day : history) {
            for (Fact fact : facts(day, seen)) {
                Instant at = fact.at().isAfter(startOf(day.date())) ? fact.at() : startOf(day.date());
                life = take(lifecycle.book(between.apply(life), fact, asOf(fact, day), at), path);
            }
            LocalDate date = due.of(life);
            if (date != null && !date.isAfter(day.date())) {
                life = take(lifecycle.review(between.apply(life), day.date(), endOf(day.date())), path);
            }
        }
        return path;
    }

    private interface DueDate {
        @Nullable LocalDate of(Life life);
    }

    private static Life take(Decision decision, List<Transition> path) {
        path.addAll(decision.transitions());
        return decision.life();
    }

    private static LocalDate asOf(Fact fact, Day day) {
        return fact.date().isBefore(day.date()) ? day.date().minusDays(1) : day.date();
    }

    private static List<String> told(List<Transition> path) {
        return path.stream()
                .map(change -> "%s %s>%s %s %d %s %s"
                        .formatted(
                                change.assessment().asOf(),
                                change.from(),
                                change.to(),
                                change.causes(),
                                change.assessment().risk().score(),
                                change.assessment().pAlive(),
                                change.assessment().features().named()))
                .toList();
    }

    private static List<Fact> facts(Day day) {
        return facts(day, new HashSet<>());
    }

    private static List<Fact> facts(Day day, Set<String> seen) {
        return day.facts().stream()
                .filter(fact -> seen.add(String.valueOf(FactRules.eventIdOf(fact))))
                .map(FACTS::read)
                .sorted(Comparator.comparing(Fact::at))
                .toList();
    }

    /** The facts of the last 400 days, so that none is too late whenever it comes. */
    private static List<Fact> lately(List<Day> history) {
        Set<String> seen = new HashSet<>();
        LocalDate reach = history.get(history.size() - 1).date().minusDays(390);
        return history.stream()
                .flatMap(day -> facts(day, seen).stream())
                .filter(fact -> fact.date().isAfter(reach))
                .toList();
    }

    private Assessment known(List<Fact> facts, LocalDate today) {
        Life life = Life.UNKNOWN;
        for (Fact fact : facts) {
            life = lifecycle.book(life, fact, today, endOf(today)).life();
        }
        return lifecycle.assess(life, today);
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1)).minusMillis(1);
    }
}
