package stratum.customer.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.stereotype.Component;
import stratum.customer.store.BankClock;
import stratum.schemas.Topics;

/**
 * Keeps how far the bank's clock has come, once all that came before a tick is booked. A tick a moment after the last
 * one kept is left out: the clock ticks several times a second, and days are counted here.
 */
@Component
final class Ticks {

    private static final Duration APART = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BankClock clock;
    private final Map<Integer, Instant> kept = new ConcurrentHashMap<>();

    Ticks(BankClock clock) {
        this.clock = clock;
    }

    /** Keeps the latest tick of each partition. */
    void book(Map<Integer, Instant> latest, Consumer<?, ?> log) {
        List<Map.Entry<Integer, Instant>> news = latest.entrySet().stream()
                .filter(tick -> isNews(kept.get(tick.getKey()), tick.getValue()))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        int partitions = log.partitionsFor(Topics.TIER_SIGNALS, PATIENCE).size();
        clock.tick(news.stream()
                        .map(tick -> new BankClock.Tick(tick.getKey(), tick.getValue(), partitions))
                        .toList())
                .block(PATIENCE);
        news.forEach(tick -> kept.put(tick.getKey(), tick.getValue()));
    }

    private static boolean isNews(@org.jspecify.annotations.Nullable Instant held, Instant tick) {
        return held == null || Duration.between(held, tick).compareTo(APART) >= 0;
    }
}
