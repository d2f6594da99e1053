package stratum.sandbox.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.play.Played;
import stratum.sandbox.run.SandboxFailure;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a demo or a replay came to. The names are a promise to scripts.
 *
 * @param customers how many have a tier or a stage
 * @param tiers customers by the tier they hold in the end
 * @param stages customers by the stage they are in in the end
 * @param signals tier signals by kind
 * @param offers offers by campaign
 * @param withheld campaigns withheld by reason
 * @param asOf the last business day
 */
public record Summary(
        Facts facts,
        long customers,
        Map<String, Long> tiers,
        Map<String, Long> stages,
        Map<String, Long> signals,
        List<Transition> transitions,
        Map<String, Long> offers,
        Map<String, Long> withheld,
        Throughput throughput,
        LatencyMillis latencyMillis,
        double wallSeconds,
        LocalDate asOf) {

    /**
     * What became of the facts.
     *
     * @param processed those whose effect is committed in scoring and in lifecycle
     * @param deadLettered those that at least one service refused, TOO_LATE ones too
     * @param late those that came after the business day they belong to
     * @param repeated those that had been applied before
     */
    public record Facts(long published, long processed, long deadLettered, long late, long repeated) {}

    /** How many customers went from one stage to another; from none where they were new. */
    public record Transition(@Nullable String from, String to, long count) {}

    public record Throughput(long factsPerSecond) {}

    /** From a day's publication to its decisions' being readable. */
    public record LatencyMillis(long p50, long p99, long max) {}

    public static Summary of(Played played, Outcome outcome) {
        return new Summary(
                new Facts(
                        played.facts(),
                        played.processed(),
                        outcome.deadLetters().facts(),
                        Math.max(played.scoring().late(), played.lifecycle().late()),
                        Math.max(played.scoring().repeated(), played.lifecycle().repeated())),
                outcome.customers(),
                outcome.tiers(),
                outcome.stages(),
                outcome.signals(),
                outcome.transitions(),
                outcome.offers(),
                outcome.withheld(),
                new Throughput(played.factsPerSecond()),
                new LatencyMillis(
                        played.latencies().millis(0.5),
                        played.latencies().millis(0.99),
                        played.latencies().millis(1)),
                played.wall().toMillis() / 1000.0,
                played.asOf());
    }

    public void writeTo(Path file) {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.writeString(file, json.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new SandboxFailure("The summary could not be written to %s.".formatted(file), e);
        }
    }
}
