package stratum.customer.usecase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.customer.publish.FactLog;
import stratum.customer.publish.Repeating;
import stratum.customer.store.Outbox;
import tools.jackson.databind.json.JsonMapper;

/** Publishes what waits in the outbox, in order, and forgets it once the log has it. */
@Configuration(proxyBeanMethods = false)
class RelayingOutbox {

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

    private static Mono<Void> publish(List<Outbox.Waiting> waiting, FactLog log, JsonMapper json) {
        return Mono.fromFuture(() -> CompletableFuture.allOf(waiting.stream()
                        .map(each -> log.publish(fact(each, json)))
                        .toArray(CompletableFuture[]::new)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static SpecificRecord fact(Outbox.Waiting waiting, JsonMapper json) {
        if (FactReader.read(json.readTree(waiting.fact())) instanceof Reading.Sound sound) {
            return sound.fact();
        }
        throw new IllegalStateException("Outbox row %d is no fact".formatted(waiting.id()));
    }
}
