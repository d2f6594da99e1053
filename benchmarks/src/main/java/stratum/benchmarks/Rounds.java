package stratum.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import stratum.benchmarks.contest.ContestantProgram;
import stratum.benchmarks.contest.Course;
import stratum.benchmarks.contest.Measured;
import stratum.benchmarks.contest.Subject;

/** Sends all contestants over the same course, one after another, round by round, so that what disturbs one disturbs all. */
final class Rounds {

    /** Who takes part, as the table calls them. */
    private record Entrant(String name, String contestant, int threads) {

        String application(int round) {
            return "%s-%d-round-%d".formatted(contestant, threads, round);
        }
    }

    private record Run(Measured measured, long changelogBytes, long stateBytes, Set<String> signals) {}

    private static final List<Entrant> ENTRANTS = List.of(
            new Entrant("consume and decode", ContestantProgram.DECODE_ONLY, 1),
            new Entrant("floor", ContestantProgram.FLOOR, 1),
            new Entrant("straightforward", ContestantProgram.STRAIGHTFORWARD, 1),
            new Entrant("ours, 1 thread", ContestantProgram.OURS, 1),
            new Entrant("ours, 2 threads", ContestantProgram.OURS, 2));

    private final Lane lane;
    private final Written written;
    private final Course course;
    private final Consumer<String> says;
    private final Map<Entrant, List<Run>> runs = new LinkedHashMap<>();

    Rounds(Lane lane, Written written, Course course, Consumer<String> says) {
        this.lane = lane;
        this.written = written;
        this.course = course;
        this.says = says;
    }

    List<Report.Throughput> run(int rounds) throws InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (Entrant entrant : entrants().toList()) {
                Run run = run(entrant, round, round == rounds);
                runs.computeIfAbsent(entrant, any -> new ArrayList<>()).add(run);
                says.accept("Round %d, %s: %,.0f facts/s".formatted(round, entrant.name(), rate(run.measured())));
            }
        }
        return entrants().map(this::median).toList();
    }

    /** The straightforward way is gone for scoring only. */
    private Stream<Entrant> entrants() {
        return ENTRANTS.stream()
                .filter(entrant -> course.subject() == Subject.SCORING
                        || !entrant.contestant().equals(ContestantProgram.STRAIGHTFORWARD));
    }

    private Run run(Entrant entrant, int round, boolean last) throws InterruptedException {
        String application = entrant.application(round);
        String store = ContestantProgram.storeOf(entrant.contestant());
        if (entrant.contestant().equals(ContestantProgram.FLOOR)) {
            written.createChangelog(application, store, course.partitions());
        }
        Map<TopicPartition, Long> before = written.ends(course.subject().decisions());
        Measured measured =
                lane.run(entrant.contestant(), course.by(application).threads(entrant.threads()), Measured.class);
        long bytes = written.changelogBytes(application);
        long state = store.isEmpty() ? 0 : median(written.stateBytes(application, store));
        Set<String> signals = written.decisionsSince(before);
        if (!last) {
            written.deleteChangelogs(application);
        }
        return new Run(measured, bytes, state, signals);
    }

    /** Ours as it stood at the end of the last round, to be gone on with. */
    static Course toGoOnWith(Course course, int rounds) {
        return course.by(ENTRANTS.get(ENTRANTS.size() - 1).application(rounds)).threads(1);
    }

    /** The signals of each contestant, by the names of the table. */
    Map<String, List<Set<String>>> signals() {
        Map<String, List<Set<String>>> signals = new LinkedHashMap<>();
        runs.forEach((entrant, all) ->
                signals.put(entrant.name(), all.stream().map(Run::signals).toList()));
        return signals;
    }

    private static long median(Map<String, Integer> sizes) {
        return sizes.values().stream()
                .sorted()
                .skip(sizes.size() / 2)
                .findFirst()
                .orElse(0);
    }

    private static double rate(Measured measured) {
        return measured.facts() / measured.seconds();
    }

    private Report.Throughput median(Entrant entrant) {
        List<Run> sorted = runs.getOrDefault(entrant, List.of()).stream()
                .sorted(Comparator.comparing(run -> rate(run.measured())))
                .toList();
        Run run = sorted.get(sorted.size() / 2);
        Measured measured = run.measured();
        return new Report.Throughput(
                entrant.name(),
                measured.facts(),
                rate(measured),
                measured.cpuSeconds() / measured.facts() * 1e6,
                (double) run.changelogBytes() / measured.facts(),
                run.stateBytes(),
                measured.peakBytes() >> 20,
                run.signals().size(),
                measured.reviewed());
    }
}
