package stratum.scoring.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import stratum.events.SignalKind;

/** The random histories are worth their time: repeatable, and full of what is hard. */
final class RandomHistoriesTest {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final ReferencePolicy POLICY = ReferencePolicy.shipped("rolling", RandomHistories.CURRENCY);
    private static final RandomHistories HISTORIES = RandomHistories.around(POLICY, PRAGUE);

    @Test
    void the_same_seed_gives_the_same_history() {
        assertThat(HISTORIES.history(7)).isEqualTo(HISTORIES.history(7)).isNotEqualTo(HISTORIES.history(8));
    }

    @Test
    void a_few_hundred_histories_show_every_signal_and_every_trouble() {
        Map<SignalKind, Integer> kinds = new EnumMap<>(SignalKind.class);
        int late = 0;
        int tooLate = 0;
        int repeated = 0;
        for (Reference reference : LongStream.range(0, 100).mapToObj(this::play).toList()) {
            reference.signals().forEach(signal -> kinds.merge(signal.kind(), 1, Integer::sum));
            for (String customer : reference.customers()) {
                late += reference.late(customer).size();
                tooLate += reference.tooLate(customer).size();
                repeated += reference.repeated(customer).size();
            }
        }

        assertThat(kinds)
                .containsOnlyKeys(
                        SignalKind.ASSIGNED,
                        SignalKind.UPGRADED,
                        SignalKind.DOWNGRADED,
                        SignalKind.WATCH_STARTED,
                        SignalKind.WATCH_ENDED,
                        SignalKind.NEAR_UPGRADE,
                        SignalKind.OVERRIDDEN,
                        SignalKind.OVERRIDE_ENDED)
                .allSatisfy((kind, count) -> assertThat(count).as("%s", kind).isGreaterThan(20));
        assertThat(late).isGreaterThan(200);
        assertThat(tooLate).isGreaterThan(10);
        assertThat(repeated).isGreaterThan(100);
    }

    @Test
    void the_order_of_publication_within_a_day_does_not_matter() {
        for (long seed = 0; seed < 30; seed++) {
            List<ReferenceDay> days = HISTORIES.history(seed);

            assertThat(standings(RandomHistories.shuffled(days, seed)))
                    .as("seed %d", seed)
                    .isEqualTo(standings(days));
        }
    }

    private static List<Object> standings(List<ReferenceDay> days) {
        Reference reference = Reference.of(days, HISTORIES.bank(), POLICY);
        LocalDate last = days.get(days.size() - 1).date();
        return List.of(
                reference.signals(),
                reference.customers().stream()
                        .map(customer -> reference.standing(customer, last))
                        .toList());
    }

    private Reference play(long seed) {
        return Reference.of(HISTORIES.history(seed), HISTORIES.bank(), POLICY);
    }
}
