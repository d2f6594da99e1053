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
import stratum.events.CustomerProfiled;

/** One customer's way through the tiers: every fact and every end of a business date is an evaluation. */
final class CustomerPath {

    private final String customerId;
    private final Bank bank;
    private final ReferencePolicy policy;
    private final TierPath tiers;

    private final Set<String> applied = new HashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Fact> tooLate = new ArrayList<>();
    private final List<Fact> late = new ArrayList<>();
    private final List<Fact> repeated = new ArrayList<>();
    private final List<ReferenceSignal> signals = new ArrayList<>();
    private final TreeMap<LocalDate, Close> closes = new TreeMap<>();

    private History history;
    private @Nullable LocalDate lastTick;
    private @Nullable CustomerProfiled file;

    /** What was known and held when a business date was over. Kept only where it differs from the date before. */
    private record Close(
            int facts,
            int tooLate,
            @Nullable String tier,
            @Nullable ReferenceWatch watch) {}

    CustomerPath(String customerId, Bank bank, ReferencePolicy policy) {
        this.customerId = customerId;
        this.bank = bank;
        this.policy = policy;
        this.tiers = new TierPath(policy);
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
        if (fact.body() instanceof CustomerProfiled told) {
            read(told);
        }
        history = new History(List.copyOf(facts), List.copyOf(tooLate), bank);
        evaluate(
                asOf,
                lastTick == null ? fact.occurredAt() : later(fact.occurredAt(), bank.lastMillisecondOf(lastTick)));
    }

    /** However late a file comes, it is about now; one that is older than another says nothing any more. */
    private void read(CustomerProfiled told) {
        if (file == null || !told.getOccurredAt().isBefore(file.getOccurredAt())) {
            file = told;
            tiers.file(told.getTierOverride());
        }
    }

    private void book(Fact fact, LocalDate asOf) {
        long age = ChronoUnit.DAYS.between(fact.date(), asOf);
        if (age > Fact.OLDEST_BOOKED) {
            tooLate.add(fact);
        } else {
            facts.add(fact.bookedAsOf(asOf, bank));
        }
        if (age > 0 && age <= Fact.OLDEST_BOOKED) {
            late.add(fact);
        }
    }

    private void close(LocalDate date) {
        lastTick = date;
        evaluate(date, bank.lastMillisecondOf(date));
        Close close = new Close(facts.size(), tooLate.size(), tiers.shown(), tiers.watch());
        if (closes.isEmpty() || !closes.lastEntry().getValue().equals(close)) {
            closes.put(date, close);
        }
    }

    private void evaluate(LocalDate asOf, Instant moment) {
        Reckoning reckoning = new Reckoning(history, asOf);
        if (!reckoning.isRelationship()) {
            return;
        }
        tiers.evaluate(asOf, reckoning::feature)
                .forEach(step -> signals.add(
                        new ReferenceSignal(customerId, step.kind(), asOf, moment, step.from(), step.to())));
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
        if (close.tier() == null) {
            return new ReferenceStanding(customerId, date, reckoning.features(), null, null, null, null);
        }
        int score = policy.score(reckoning::feature);
        return new ReferenceStanding(
                customerId,
                date,
                reckoning.features(),
                score,
                close.tier(),
                policy.candidate(score, reckoning::feature).code(),
                close.watch());
    }

    private static LocalDate later(LocalDate date, @Nullable LocalDate other) {
        return other != null && other.isAfter(date) ? other : date;
    }

    private static Instant later(Instant moment, Instant other) {
        return other.isAfter(moment) ? other : moment;
    }
}
