package stratum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import stratum.benchmarks.Settings.Part;
import stratum.benchmarks.contest.Subject;
import stratum.sandbox.run.Home;
import stratum.sandbox.run.SandboxFailure;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The options of all who measure a service. */
final class HowToMeasure {

    /** The share of facts and customers that is enough for a look. */
    private static final int QUICK = 10;

    @Option(
            names = "--facts",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "How many facts (${DEFAULT-VALUE}).")
    private long facts;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "200000",
            description = "How many customers (${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of every topic (${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each contestant runs; the median counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--quick", description = "A tenth of the facts and of the customers, for a look.")
    private boolean quick;

    @Option(
            names = "--parts",
            paramLabel = "PARTS",
            split = ",",
            description = "What to measure: ${COMPLETION-CANDIDATES} (all that there are; RESTORE needs THROUGHPUT).")
    private Set<Part> parts = EnumSet.noneOf(Part.class);

    @Option(
            names = "--latency-seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long each latency is measured (${DEFAULT-VALUE}).")
    private int latencySeconds;

    @Option(names = "--record", description = "Records a profile (JFR) of each contestant beside its log.")
    private boolean recording;

    @Option(names = "--summary", paramLabel = "FILE", description = "Writes the figures as JSON too.")
    private @Nullable Path summary;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where everything is kept while it runs (default: benchmarks/target/bench).")
    private @Nullable Path dir;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Keeps its ports apart from those of a system that runs (${DEFAULT-VALUE}).")
    private int portOffset;

    /** Measures a service, and says what was found. */
    int run(Subject subject, Set<Part> unlessSaid) throws InterruptedException {
        Report report = new ServiceBenchmark(
                        settings(subject, parts.isEmpty() ? unlessSaid : parts), System.out::println)
                .run();
        System.out.println();
        report.lines().forEach(System.out::println);
        if (summary != null) {
            write(report, summary);
        }
        return 0;
    }

    private Settings settings(Subject subject, Set<Part> measured) {
        Path place = dir == null ? Home.find().resolve("benchmarks/target/bench") : dir;
        return new Settings(
                subject,
                place.toAbsolutePath(),
                portOffset,
                quick ? facts / QUICK : facts,
                quick ? customers / QUICK : customers,
                partitions,
                rounds,
                latencySeconds,
                measured,
                recording);
    }

    private static void write(Report report, Path file) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.writeString(file, json.writeValueAsString(report) + "\n");
        } catch (IOException e) {
            throw new SandboxFailure("The summary could not be written to %s.".formatted(file), e);
        }
    }
}
