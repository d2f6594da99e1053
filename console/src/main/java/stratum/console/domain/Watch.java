package stratum.console.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.schemas.Topics;

/**
 * Remembers the last few minutes of readings, and turns each new one into a snapshot. Rates are taken over
 * {@link #WINDOW} readings, so that a bank that publishes day by day does not make the numbers dance.
 */
public final class Watch {

    /** Parts in the order in which they start. */
    public static final List<String> PARTS =
            List.of("broker", "registry", "customer", "scoring", "lifecycle", "campaign");

    static final int WINDOW = 4;
    private static final int POINTS = 150;
    private static final BrokerReading NO_BROKER = new BrokerReading(Instant.EPOCH, List.of(), List.of());

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Deque<Pace> pace = new ArrayDeque<>();
    private final Map<String, Health> health = new LinkedHashMap<>();
    private long number;

    public Watch() {
        PARTS.forEach(part -> health.put(part, Health.STARTING));
    }

    /** What the page shows before anything has been read. */
    public Snapshot atFirst(Instant at) {
        Frame nothing = new Frame(at, NO_BROKER, Heard.NOTHING);
        return snapshot(nothing, nothing, new ServicesReading(Map.of(), null, null, null));
    }

    /** What the page shows now. A broker that did not answer leaves its topics as they were last seen. */
    public Snapshot see(Instant at, @Nullable BrokerReading broker, Heard heard, ServicesReading services) {
        Frame now = new Frame(at, broker == null ? lastSeen() : broker, heard);
        frames.addLast(now);
        trim(frames, WINDOW);
        services.answers().forEach((part, answer) -> health.compute(part, (name, before) -> next(before, answer)));
        Snapshot snapshot = snapshot(frames.getFirst(), now, services);
        pace.addLast(paceOf(snapshot));
        trim(pace, POINTS);
        return withPace(snapshot);
    }

    private static Health next(@Nullable Health before, Health.Answer answer) {
        return Health.after(before == null ? Health.STARTING : before, answer);
    }

    private BrokerReading lastSeen() {
        return frames.isEmpty() ? NO_BROKER : frames.getLast().broker();
    }

    private Snapshot snapshot(Frame before, Frame now, ServicesReading services) {
        Map<String, Health> parts = new LinkedHashMap<>(health);
        return new Snapshot(
                number++,
                now.at(),
                parts,
                Road.of(before, now, parts, services.campaignReached()),
                now.trafficSince(before).topics(Topics.catalogue()),
                services.tiers(),
                services.stages(),
                now.heard(),
                List.copyOf(pace));
    }

    private Snapshot withPace(Snapshot s) {
        return new Snapshot(
                s.number(),
                s.at(),
                s.health(),
                s.road(),
                s.topics(),
                s.tiers(),
                s.stages(),
                s.heard(),
                List.copyOf(pace));
    }

    private static Pace paceOf(Snapshot snapshot) {
        Road road = snapshot.road();
        return new Pace(snapshot.at(), road.bank().outPerSecond(), road.decided(), road.lag());
    }

    private static void trim(Deque<?> deque, int size) {
        while (deque.size() > size) {
            deque.removeFirst();
        }
    }
}
