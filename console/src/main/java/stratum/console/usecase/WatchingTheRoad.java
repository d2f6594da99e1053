package stratum.console.usecase;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.console.domain.BrokerReading;
import stratum.console.domain.Health;
import stratum.console.domain.ServicesReading;
import stratum.console.domain.Snapshot;
import stratum.console.domain.Watch;

/** Looks at the whole road every so often, in one place for all viewers, whether or not there are any. */
public final class WatchingTheRoad {

    private static final Logger log = LoggerFactory.getLogger(WatchingTheRoad.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Brokers brokers;
    private final Decisions decisions;
    private final Services services;
    private final Clock clock;
    private final Watch watch = new Watch();
    private final Snapshots snapshots;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "watching-the-road"));

    public WatchingTheRoad(Brokers brokers, Decisions decisions, Services services, Clock clock) {
        this.brokers = brokers;
        this.decisions = decisions;
        this.services = services;
        this.clock = clock;
        this.snapshots = new Snapshots(watch.atFirst(clock.instant()));
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public void start(Duration pace) {
        executor.scheduleWithFixedDelay(this::lookAndTell, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the streams of all viewers, so that the server can stop at once. */
    public void stop() {
        executor.shutdownNow();
        snapshots.complete();
    }

    Snapshot look() {
        BrokerReading broker = readBroker();
        ServicesReading answers = services.read().block(PATIENCE);
        ServicesReading all = withBroker(answers, broker != null);
        return watch.see(clock.instant(), broker, decisions.heard(), all);
    }

    private void lookAndTell() {
        try {
            snapshots.publish(look());
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again, and the page would stand still for ever.
            log.warn("This look at the road failed, the next follows", e);
        }
    }

    private @Nullable BrokerReading readBroker() {
        try {
            return brokers.read();
        } catch (Brokers.BrokerUnreachable e) {
            log.debug("broker unreachable", e);
            return null;
        }
    }

    private static ServicesReading withBroker(@Nullable ServicesReading answers, boolean broker) {
        Map<String, Health.Answer> all = new LinkedHashMap<>();
        all.put("broker", broker ? Health.Answer.READY : Health.Answer.NONE);
        if (answers == null) {
            return new ServicesReading(all, null, null, null);
        }
        all.putAll(answers.answers());
        return new ServicesReading(all, answers.tiers(), answers.stages(), answers.campaignReached());
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
