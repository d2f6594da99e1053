package stratum.scoring.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stratum.events.SignalKind;
import stratum.scoring.reference.ReferencePolicy.Tier;

/** One customer's way through the tiers: every fact and every end of a business date is an evaluation. */
final class CustomerPath {

    private static final int OLDEST_BOOKED = 400;

    private final String customerId;
    private final Bank bank;
    private final ReferencePolicy policy;

    private final Set<String> applied = new HashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Fact> tooLate = new ArrayList<>();
    private final List<Fact> late = new ArrayList<>();
    private final List<Fact> repeated = new ArrayList<>();
    private final List<ReferenceSignal> signals = new ArrayList<>();
    private final TreeMap<LocalDate, Close> closes = new TreeMap<>();

    private History history;
    private @Nullable LocalDate lastTick;
    private @Nullable Tier held;
    private @Nullable ReferenceWatch watch;

    /** What was known and held when a business date was over. Kept only where it differs from the date before. */
    private record Close(
            int facts,
            int tooLate,
            @Nullable Tier held,
            @Nullable ReferenceWatch watch) {}

    CustomerPath(String customerId, Bank bank, ReferencePolicy policy) {
        this.customerId = customerId;
        this.bank = bank;
        this.policy = policy;
        this.history = new History(List.of(), List.of(), bank);
    }

    /**
     * Works through what was published on a day, then lets the clock tick. Dates without a tick of their own are closed on
     * the way, each with the facts up to it.
     */
    void day(LocalDate date, List<Fact> published) {
        Queue<Fact> waiting =
                new ArrayDeque<>(published.stream().sorted(Fact.WORKING_ORDER).toList());
        for (LocalDate day = firstToClose(date, waiting); day.isBefore(date); day = day.plusDays(1)) {
            while (!waiting.isEmpty() && !waiting.peek().date().isAfter(day)) {
                work(waiting.remove());
            }
            close(day);
        }
        waiting.forEach(this::work);
        close(date);
    }

    private LocalDate firstToClose(LocalDate date, Queue<Fact> waiting) {
        if (lastTick != null) {
            return lastTick.plusDays(1);
        }
        return waiting.isEmpty() ? date : waiting.peek().date();
    }

    private void work(Fact fact) {
        if (!applied.add(fact.eventId())) {
            repeated.add(fact);
            return;
        }
        LocalDate asOf = later(fact.date(), lastTick);
        book(fact, asOf);
        history = new History(List.copyOf(facts), List.copyOf(tooLate), bank);
        evaluate(
                asOf,
                lastTick == null ? fact.occurredAt() : later(fact.occurredAt(), bank.lastMillisecondOf(lastTick)));
    }

    private void book(Fact fact, LocalDate asOf) {
        long age = ChronoUnit.DAYS.between(fact.date(), asOf);
        if (age > OLDEST_BOOKED) {
            tooLate.add(fact);
        } else {
            facts.add(fact);
        }
        if (age > 0 && age <= OLDEST_BOOKED) {
            late.add(fact);
        }
    }

    private void close(LocalDate date) {
        lastTick = date;
        evaluate(date, bank.lastMillisecondOf(date));
        Close close = new Close(facts.size(), tooLate.size(), held, watch);
        if (closes.isEmpty() || !closes.lastEntry().getValue().equals(close)) {
            closes.put(date, close);
        }
    }

    private void evaluate(LocalDate asOf, Instant moment) {
        Reckoning reckoning = new Reckoning(history, asOf);
        if (!reckoning.isRelationship()) {
            return;
        }
        int score = policy.score(reckoning);
        Tier candidate = policy.candidate(score, reckoning);
        if (held == null) {
            move(SignalKind.ASSIGNED, candidate, asOf, moment);
        } else if (candidate.isAbove(held)) {
            move(SignalKind.UPGRADED, candidate, asOf, moment);
        } else if (watch != null) {
            watched(watch, held, candidate, asOf, moment);
        } else if (held.isAbove(candidate) && !policy.isWithinMargin(held, score, reckoning)) {
            watch = new ReferenceWatch(asOf, asOf.plusDays(policy.graceDays()));
            signal(SignalKind.WATCH_STARTED, held, held, asOf, moment);
        }
    }

    private void watched(ReferenceWatch since, Tier holds, Tier candidate, LocalDate asOf, Instant moment) {
        if (!holds.isAbove(candidate)) {
            watch = null;
            signal(SignalKind.WATCH_ENDED, holds, holds, asOf, moment);
        } else if (!asOf.isBefore(since.until())) {
            move(SignalKind.DOWNGRADED, candidate, asOf, moment);
        }
    }

    /** Moving to another tier ends a watch without a word. */
    private void move(SignalKind kind, Tier to, LocalDate asOf, Instant moment) {
        signal(kind, held, to, asOf, moment);
        held = to;
        watch = null;
    }

    private void signal(SignalKind kind, @Nullable Tier from, Tier to, LocalDate asOf, Instant moment) {
        signals.add(new ReferenceSignal(customerId, kind, asOf, moment, from == null ? null : from.code(), to.code()));
    }

    List<ReferenceSignal> signals() {
        return List.copyOf(signals);
    }

    List<String> late() {
        return ids(late);
    }

    List<String> tooLate() {
        return ids(tooLate);
    }

    List<String> repeated() {
        return ids(repeated);
    }

    private static List<String> ids(List<Fact> facts) {
        return facts.stream().map(Fact::eventId).toList();
    }

    /** Where the customer stood at the end of a date; nowhere before the first fact. */
    Optional<ReferenceStanding> standing(LocalDate date) {
        return Optional.ofNullable(closes.floorEntry(date))
                .map(Map.Entry::getValue)
                .filter(close -> close.facts() + close.tooLate() > 0)
                .map(close -> standing(date, close));
    }

    private ReferenceStanding standing(LocalDate date, Close close) {
        History known = new History(facts.subList(0, close.facts()), tooLate.subList(0, close.tooLate()), bank);
        Reckoning reckoning = new Reckoning(known, date);
        if (close.held() == null) {
            return new ReferenceStanding(customerId, date, reckoning.features(), null, null, null, null);
        }
        int score = policy.score(reckoning);
        return new ReferenceStanding(
                customerId,
                date,
                reckoning.features(),
                score,
                close.held().code(),
                policy.candidate(score, reckoning).code(),
                close.watch());
    }

    private static LocalDate later(LocalDate date, @Nullable LocalDate other) {
        return other != null && other.isAfter(date) ? other : date;
    }

    private static Instant later(Instant moment, Instant other) {
        return other.isAfter(moment) ? other : moment;
    }
}
