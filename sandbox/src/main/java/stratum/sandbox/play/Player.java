package stratum.sandbox.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;
import stratum.sandbox.run.SandboxFailure;
import stratum.schemas.FactRules;
import stratum.schemas.Topics;

/**
 * Publishes a history day by day. When the broker has all facts of a day, the clock ticks for its end, and says in each
 * partition which facts belong before it; so whoever reads the log later slices it the same way. The player keeps only
 * a few days ahead of the services, so that what waits stays small.
 */
public final class Player implements AutoCloseable {

    private static final int DAYS_AHEAD = 10;
    private static final Duration LOOK = Duration.ofMillis(20);

    private final History history;
    private final Progress progress;
    private final Watermarks watermarks;
    private final Producer<String, SpecificRecord> producer;
    private final Heads heads;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
    private final Deque<Published> underWay = new ArrayDeque<>();
    private final Latencies latencies = new Latencies();
    private final Patience patience;
    private final long begun = System.nanoTime();
    private long facts;
    private LocalDate day;

    /**
     * A player of this history into the system at these addresses.
     *
     * @param longestStandstill after which a service that does not move is given up
     */
    public Player(History history, Addresses addresses, Progress progress, Duration longestStandstill) {
        Clients clients = addresses.clients();
        this.history = history;
        this.progress = progress;
        this.patience = new Patience(longestStandstill);
        this.day = history.firstDay();
        try (Consumer<String, byte[]> consumer = clients.consumer()) {
            heads = Heads.at(consumer);
        }
        watermarks = new Watermarks(clients);
        producer = clients.producer();
    }

    /** Plays every day and waits until scoring and lifecycle have worked through the last one. */
    public Played play() {
        for (Iterator<Day> days = history.days(); days.hasNext(); ) {
            publish(days.next());
            awaitAtMost(DAYS_AHEAD);
        }
        awaitAtMost(0);
        return new Played(
                facts,
                watermarks.totals(Topics.TIER_SIGNALS),
                watermarks.totals(Topics.TRANSITIONS),
                latencies,
                Duration.ofNanos(System.nanoTime() - begun),
                day);
    }

    private void publish(Day next) {
        long start = System.nanoTime();
        day = next.date();
        next.facts().forEach(this::send);
        producer.flush();
        requireAccepted();
        Instant end = history.endOf(day);
        tick(end);
        underWay.add(new Published(end, facts, start));
        facts += next.facts().size();
    }

    private void send(SpecificRecord fact) {
        Instant occurredAt = Objects.requireNonNull(FactRules.occurredAt(fact), "a fact has its time");
        producer.send(
                new ProducerRecord<>(
                        Topics.of(fact).name(), null, occurredAt.toEpochMilli(), FactRules.customerOf(fact), fact),
                (acknowledged, failure) -> {
                    if (failure == null) {
                        heads.acknowledged(acknowledged);
                    } else {
                        refused.compareAndSet(null, failure);
                    }
                });
    }

    private void tick(Instant end) {
        for (int partition = 0; partition < heads.partitions(); partition++) {
            producer.send(
                    new ProducerRecord<>(
                            Topics.CLOCK,
                            partition,
                            end.toEpochMilli(),
                            "clock:" + partition,
                            new ClockTicked(end, heads.of(partition))),
                    (acknowledged, failure) -> {
                        if (failure != null) {
                            refused.compareAndSet(null, failure);
                        }
                    });
        }
        // Nobody waits for the acknowledgement, but the services wait for the tick.
        producer.flush();
        requireAccepted();
    }

    private void requireAccepted() {
        Exception failure = refused.get();
        if (failure != null) {
            throw new SandboxFailure("The broker did not take a fact: %s.".formatted(failure.getMessage()), failure);
        }
    }

    /** Waits until no more than so many days are under way. */
    private void awaitAtMost(int days) {
        takeIn(Duration.ZERO);
        while (underWay.size() > days) {
            if (!takeIn(LOOK)) {
                patience.nothingMoved(watermarks::slowestService);
            }
        }
    }

    private boolean takeIn(Duration wait) {
        boolean moved = watermarks.read(wait);
        if (moved) {
            patience.moved();
            settle(watermarks.slowest(), System.nanoTime());
        }
        progress.show(
                day, facts, underWay.isEmpty() ? facts : underWay.getFirst().factsBefore(), underWay.size());
        return moved;
    }

    private void settle(Instant reached, long now) {
        while (!underWay.isEmpty() && !underWay.getFirst().tick().isAfter(reached)) {
            latencies.add(now - underWay.removeFirst().begunNanos());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        watermarks.close();
    }
}
