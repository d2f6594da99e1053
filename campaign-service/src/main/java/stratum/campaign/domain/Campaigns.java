package stratum.campaign.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All campaigns in all their versions, and when each ran. Found by the occasions they wait for: a decision costs what
 * waits for its occasion, not what there is.
 */
public final class Campaigns {

    private final Map<String, NavigableMap<Instant, Published>> lives = new HashMap<>();
    private final Map<String, Campaign> versions = new HashMap<>();
    private final Map<Waited, Set<String>> waiting = new HashMap<>();
    private final List<Published> walking = new ArrayList<>();

    /** What can happen to a version that may run. */
    public enum Status {
        LIVE,
        PAUSED,
        ENDED
    }

    /** From this event time on the campaign is in this state, until something else is published of it. */
    public record Published(Campaign campaign, Status status, Instant from) {}

    private record Waited(OccasionKind kind, String name) {}

    /** A customer's turn in the walk of a schedule. */
    public record ScheduledTurn(Schedule schedule, Schedule.Turn turn) {}

    /** Of what is published from the same moment on, the later in the list counts. */
    public Campaigns(List<Published> published) {
        published.forEach(this::add);
        lives.values()
                .forEach(life -> life.values().stream()
                        .filter(one -> one.status() == Status.LIVE)
                        .filter(one -> one.campaign().trigger().schedule() != null)
                        .forEach(walking::add));
    }

    /** Campaigns that each run from their own beginning on. */
    public static Campaigns live(List<Campaign> campaigns) {
        return new Campaigns(campaigns.stream()
                .sorted(Comparator.comparing(Campaign::version))
                .map(campaign -> new Published(campaign, Status.LIVE, campaign.effectiveFrom()))
                .toList());
    }

    private void add(Published one) {
        Campaign campaign = one.campaign();
        lives.computeIfAbsent(campaign.id(), id -> new TreeMap<>()).put(one.from(), one);
        versions.put(key(campaign.id(), campaign.version()), campaign);
        campaign.trigger()
                .names()
                .forEach(name -> waiting.computeIfAbsent(
                                new Waited(campaign.trigger().kind(), name), waited -> new TreeSet<>())
                        .add(campaign.id()));
    }

    private static String key(String id, int version) {
        return id + ":" + version;
    }

    /** Those in force at a moment that wait for such an occasion, by id. */
    List<Campaign> waitingFor(Occasion occasion, Instant at) {
        return waiting.getOrDefault(new Waited(occasion.kind(), occasion.name()), Set.of()).stream()
                .map(id -> inForce(id, at))
                .filter(Objects::nonNull)
                .filter(campaign -> campaign.trigger().waitsFor(occasion))
                .toList();
    }

    /** Whether any campaign ever waits for occasions of this kind and name; cheap, for facts come by the thousand. */
    public boolean waitFor(OccasionKind kind, String name) {
        return waiting.containsKey(new Waited(kind, name));
    }

    private @Nullable Campaign inForce(String id, Instant at) {
        NavigableMap<Instant, Published> life = lives.get(id);
        Map.Entry<Instant, Published> last = life == null ? null : life.floorEntry(at);
        return last == null
                        || last.getValue().status() != Status.LIVE
                        || last.getValue().campaign().isOver(at)
                ? null
                : last.getValue().campaign();
    }

    /** One version of a campaign, whether it runs or not. */
    Optional<Campaign> version(String id, int version) {
        return Optional.ofNullable(versions.get(key(id, version)));
    }

    /**
     * The schedules at work at a moment.
     *
     * @param names the campaigns that walk by them
     * @param from since when it is these
     */
    public record Walked(String names, Instant from) {}

    /** Which schedules are at work at a moment; empty where none is. */
    public Optional<Walked> walkedAt(Instant at) {
        List<Published> now = walking.stream()
                .filter(one -> one.campaign().equals(inForce(one.campaign().id(), at)))
                .sorted(Comparator.comparing(one -> one.campaign().id()))
                .toList();
        return now.stream()
                .map(Published::from)
                .max(Comparator.naturalOrder())
                .map(from -> new Walked(
                        now.stream()
                                .map(one ->
                                        key(one.campaign().id(), one.campaign().version()))
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        from));
    }

    /** The customer's first turn in any walk after a moment; several where schedules coincide. */
    public List<ScheduledTurn> nextTurns(String customerId, Instant after, ZoneId zone) {
        if (walking.isEmpty()) {
            return List.of();
        }
        NavigableMap<Instant, NavigableMap<String, ScheduledTurn>> turns = new TreeMap<>();
        for (Published one : walking) {
            turn(one, customerId, after, zone)
                    .ifPresent(next -> turns.computeIfAbsent(next.turn().at(), at -> new TreeMap<>())
                            .put(next.schedule().key(), next));
        }
        return turns.isEmpty()
                ? List.of()
                : List.copyOf(turns.firstEntry().getValue().values());
    }

    private Optional<ScheduledTurn> turn(Published one, String customerId, Instant after, ZoneId zone) {
        Schedule schedule = Objects.requireNonNull(one.campaign().trigger().schedule());
        Instant start = one.from().minusMillis(1);
        return schedule.next(customerId, after.isAfter(start) ? after : start, zone)
                .filter(turn -> one.campaign().equals(inForce(one.campaign().id(), turn.at())))
                .map(turn -> new ScheduledTurn(schedule, turn));
    }
}
