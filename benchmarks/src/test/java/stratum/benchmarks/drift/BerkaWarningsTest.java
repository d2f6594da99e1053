package stratum.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import stratum.events.Initiator;
import stratum.events.TransactionPosted;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;
import stratum.sandbox.replay.Histories;

/**
 * Warnings in a real bank, in whose first fifteen months nobody leaves. So that there is somebody to be found, half of
 * those who have paid for two months and more stop at some day of autumn 1993, by no act of theirs.
 */
final class BerkaWarningsTest {

    /** The data of the next day is incomplete. */
    private static final LocalDate LAST = LocalDate.of(1994, 3, 30);

    private static final LocalDate KNOWN_SINCE = LocalDate.of(1993, 6, 30);
    private static final LocalDate FIRST_STOP = LocalDate.of(1993, 9, 1);

    private static final List<Day> DAYS = new ArrayList<>();
    private static final Map<String, TreeSet<LocalDate>> ACTIVE = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path folder = Path.of(System.getProperty("stratum.data", "no-data"), "berka");
        if (!Files.isDirectory(folder)) {
            System.err.printf(
                    "REAL DATA ABSENT: no %s. Tests against it are skipped; name the folder with -Dstratum.data.%n",
                    folder);
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "There is no real data at " + folder);
        try (History berka = Histories.open("berka", folder, LAST)) {
            berka.days().forEachRemaining(DAYS::add);
        }
        DAYS.forEach(day -> day.facts().stream()
                .filter(BerkaWarningsTest::isByCustomer)
                .map(TransactionPosted.class::cast)
                .forEach(posted -> ACTIVE.computeIfAbsent(posted.getCustomerId(), id -> new TreeSet<>())
                        .add(day.date())));
    }

    private static boolean isByCustomer(SpecificRecord fact) {
        return fact instanceof TransactionPosted posted && posted.getInitiator() == Initiator.CUSTOMER;
    }

    @Test
    void nobody_is_silent_for_long_and_nobody_is_warned_of() {
        assertThat(ACTIVE).hasSize(1_229);
        assertThat(longestPause()).isEqualTo(60);
        assertThat(alarms(Map.of())).isEmpty();
    }

    private static long longestPause() {
        long longest = 0;
        for (TreeSet<LocalDate> days : ACTIVE.values()) {
            LocalDate before = days.first();
            for (LocalDate day : days) {
                longest = Math.max(longest, ChronoUnit.DAYS.between(before, day));
                before = day;
            }
            longest = Math.max(longest, ChronoUnit.DAYS.between(before, LAST));
        }
        return longest;
    }

    @Test
    void those_who_stop_are_found_by_their_own_rhythm_and_nobody_else() {
        Map<String, LocalDate> stopped = stopped();

        List<Alarm> alarms = alarms(stopped);

        Map<String, Long> silence = new HashMap<>();
        assertThat(alarms).allSatisfy(alarm -> {
            assertThat(stopped).containsKey(alarm.customerId());
            assertThat(alarm.causes()).first().isEqualTo("INACTIVITY");
            silence.put(alarm.customerId(), ChronoUnit.DAYS.between(stopped.get(alarm.customerId()), alarm.on()));
        });
        List<Long> sorted = silence.values().stream().sorted().toList();
        LoggerFactory.getLogger(BerkaWarningsTest.class)
                .info(
                        "{} of {} found, after {} to {} days of silence, half of them by {}",
                        sorted.size(),
                        stopped.size(),
                        sorted.get(0),
                        sorted.get(sorted.size() - 1),
                        sorted.get(sorted.size() / 2));
        assertThat(silence.size()).isGreaterThan(stopped.size() * 9 / 10);
        assertThat(meanSilence(silence, true)).isLessThan(meanSilence(silence, false) * 2 / 3);
    }

    private static Map<String, LocalDate> stopped() {
        Random random = new Random(5);
        Map<String, LocalDate> stopped = new TreeMap<>();
        ACTIVE.forEach((customer, days) -> {
            if (!days.first().isAfter(KNOWN_SINCE) && random.nextBoolean()) {
                LocalDate last = days.floor(FIRST_STOP.plusDays(random.nextInt(60)));
                stopped.put(customer, last == null ? days.first() : last);
            }
        });
        return stopped;
    }

    private static List<Alarm> alarms(Map<String, LocalDate> stopped) {
        OfLifecycle<?> lifecycle = OfLifecycle.by(PolicyReading.defaultPolicy(), "CZK");
        DAYS.forEach(day -> lifecycle.day(
                day.date(),
                day.facts().stream()
                        .filter(fact -> !(isByCustomer(fact)
                                && stopped.getOrDefault(((TransactionPosted) fact).getCustomerId(), LAST)
                                        .isBefore(day.date())))
                        .toList()));
        return lifecycle.alarms();
    }

    /** In days, of those who used to pay once a week or more, or of the others. */
    private static double meanSilence(Map<String, Long> silence, boolean often) {
        return silence.entrySet().stream()
                .filter(one -> often == isOften(ACTIVE.getOrDefault(one.getKey(), new TreeSet<>())))
                .mapToLong(Map.Entry::getValue)
                .average()
                .orElse(0);
    }

    private static boolean isOften(TreeSet<LocalDate> days) {
        return ChronoUnit.DAYS.between(days.first(), days.last()) < 7L * days.size();
    }
}
