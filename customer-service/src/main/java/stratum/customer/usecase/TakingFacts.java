package stratum.customer.usecase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.customer.publish.FactLog;
import stratum.customer.publish.FactRefused;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.schemas.FactRules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes facts in from outside. Each is judged by the rules of the topics and answered for itself, in the order sent. No
 * more than a bounded number waits for the broker, so a slow broker slows the sender down and nothing piles up here.
 */
@Component
public final class TakingFacts {

    private static final Logger LOG = LoggerFactory.getLogger(TakingFacts.class);
    private static final int IN_FLIGHT = 1024;
    private static final int READ_AHEAD = 256;

    /** The readers of the log take nothing larger either. */
    private static final int LONGEST_LINE = 1024 * 1024;

    private final FactLog log;
    private final JsonMapper json;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter failed;

    TakingFacts(FactLog log, JsonMapper json, MeterRegistry meters) {
        this.log = log;
        this.json = json;
        this.accepted = meters.counter("stratum.intake", "status", FactAnswer.ACCEPTED);
        this.rejected = meters.counter("stratum.intake", "status", FactAnswer.REJECTED);
        this.failed = meters.counter("stratum.intake", "status", FactAnswer.FAILED);
    }

    /** Takes one fact, or a list of facts. */
    public Flux<FactAnswer> take(JsonNode body) {
        return answers(Flux.fromIterable(body.isArray() ? body.values() : List.of(body))
                .map(FactReader::read));
    }

    /** Takes a stream of facts, one to the line; a line that is no JSON is rejected and the next one taken. */
    public Flux<FactAnswer> takeLines(Flux<String> lines) {
        return answers(lines.filter(line -> !line.isBlank()).map(this::read));
    }

    private Reading read(String line) {
        if (line.length() > LONGEST_LINE) {
            return FactReader.broken(
                    null, "", "It has %d characters and may have %d.".formatted(line.length(), LONGEST_LINE));
        }
        try {
            return FactReader.read(json.readTree(line));
        } catch (JacksonException e) {
            return FactReader.broken(null, "", "This line is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Publishing may wait for room, which the threads that serve HTTP must not. */
    private Flux<FactAnswer> answers(Flux<Reading> readings) {
        return readings.index()
                .publishOn(Schedulers.boundedElastic(), READ_AHEAD)
                .flatMapSequential(reading -> answer(reading.getT1(), reading.getT2()), IN_FLIGHT);
    }

    private Mono<FactAnswer> answer(long index, Reading reading) {
        if (reading instanceof Reading.Sound sound) {
            return publish(index, sound.fact());
        }
        return Mono.just(counted(rejected, FactAnswer.rejected(index, (Reading.Broken) reading)));
    }

    private Mono<FactAnswer> publish(long index, SpecificRecord fact) {
        String eventId = FactRules.eventIdOf(fact);
        return Mono.fromFuture(log.publish(fact))
                .then(Mono.fromSupplier(() -> counted(accepted, FactAnswer.accepted(index, eventId))))
                .onErrorResume(e -> Mono.just(unpublished(index, eventId, e)));
    }

    /** What the log refuses for what it is will be refused again; all else may be sent again. */
    private FactAnswer unpublished(long index, @Nullable String eventId, Throwable e) {
        if (e instanceof FactRefused refused) {
            Mistake why = new Mistake(refused.field(), String.valueOf(refused.getMessage()));
            return counted(rejected, FactAnswer.refused(index, eventId, why));
        }
        LOG.warn("A fact was not confirmed by the log: {}", e.toString());
        return counted(failed, FactAnswer.failed(index, eventId));
    }

    private static FactAnswer counted(Counter counter, FactAnswer answer) {
        counter.increment();
        return answer;
    }
}
