package stratum.customer.usecase;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.customer.publish.FactLog;
import stratum.customer.publish.FactRefused;
import stratum.customer.publish.Repeating;
import stratum.customer.store.Outbox;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes what waits in the outbox, in order, and forgets it once the log has it. What the log will never take is set
 * aside with the reason, so that it holds up nothing behind it.
 */
@Configuration(proxyBeanMethods = false)
class RelayingOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(RelayingOutbox.class);
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    Repeating outboxRelaying(OutboxSettings settings, Outbox outbox, FactLog log, JsonMapper json) {
        return new Repeating("outbox", settings.every(), () -> relayAll(outbox, log, json));
    }

    private static void relayAll(Outbox outbox, FactLog log, JsonMapper json) {
        Integer relayed;
        do {
            relayed = outbox.relay(AT_ONCE, waiting -> publish(waiting, log, json))
                    .block(PATIENCE);
        } while (relayed != null && relayed == AT_ONCE);
    }

    private static Mono<List<Outbox.Refused>> publish(List<Outbox.Waiting> waiting, FactLog log, JsonMapper json) {
        return Mono.fromCallable(() ->
                        waiting.stream().map(each -> publish(each, log, json)).toList())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(sent -> sent)
                .concatMap(done -> done)
                .collectList();
    }

    /** Empty once the log has the fact. */
    private static Mono<Outbox.Refused> publish(Outbox.Waiting waiting, FactLog log, JsonMapper json) {
        Reading reading = FactReader.readOwn(json.readTree(waiting.fact()));
        if (reading instanceof Reading.Sound sound) {
            return Mono.fromFuture(log.publish(sound.fact()))
                    .then(Mono.<Outbox.Refused>empty())
                    .onErrorResume(
                            FactRefused.class, e -> Mono.just(setAside(waiting, String.valueOf(e.getMessage()))));
        }
        return Mono.just(setAside(waiting, mistakes((Reading.Broken) reading)));
    }

    private static Outbox.Refused setAside(Outbox.Waiting waiting, String reason) {
        LOG.error("Outbox row {} can never be published and is set aside: {}", waiting.id(), reason);
        return new Outbox.Refused(waiting.id(), reason);
    }

    private static String mistakes(Reading.Broken broken) {
        return broken.errors().stream()
                .map(mistake -> mistake.field() + ": " + mistake.message())
                .collect(Collectors.joining(" "));
    }
}
