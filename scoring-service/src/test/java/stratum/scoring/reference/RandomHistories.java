package stratum.scoring.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Histories of one to three customers over 60 to 400 days, the same for the same seed: balances that sit on the policy's
 * thresholds, busy and silent times, facts late, repeated, reversed (also before the original is known) and too late,
 * accounts closed and opened again, and clocks that now and then skip a day. No foreign money, nothing from the future, and
 * nothing on the first day that is older than it.
 */
public final class RandomHistories {

    /** The currency of every amount. */
    public static final String CURRENCY = CustomerFacts.CURRENCY;

    private final ZoneId zone;
    private final List<Long> thresholds;

    private RandomHistories(ZoneId zone, List<Long> thresholds) {
        this.zone = zone;
        this.thresholds = thresholds;
    }

    /** Histories of a bank in a zone, whose balances seek the borders of a policy. */
    public static RandomHistories around(ReferencePolicy policy, ZoneId zone) {
        return new RandomHistories(zone, policy.balanceThresholds());
    }

    /** One history; the facts of a day stand in working order. */
    public List<ReferenceDay> history(long seed) {
        Random random = new Random(seed);
        LocalDate first = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(730));
        RandomSpan span = new RandomSpan(first, first.plusDays(59 + random.nextInt(341)), zone);
        NavigableMap<LocalDate, List<SpecificRecord>> days = ticks(span, random);
        IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(number -> new RandomCustomer("c" + number, random, span, thresholds))
                .flatMap(customer -> customer.arrivals().stream())
                .forEach(arrival -> days.ceilingEntry(arrival.on()).getValue().add(arrival.fact()));
        return days.entrySet().stream()
                .map(day -> new ReferenceDay(day.getKey(), inWorkingOrder(day.getValue())))
                .toList();
    }

    /** The same history with the facts of each day in another order. */
    public static List<ReferenceDay> shuffled(List<ReferenceDay> history, long seed) {
        Random random = new Random(seed);
        return history.stream()
                .map(day -> new ReferenceDay(day.date(), shuffled(day.facts(), random)))
                .toList();
    }

    private static List<SpecificRecord> shuffled(List<SpecificRecord> facts, Random random) {
        List<SpecificRecord> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Three clocks in four tick every day, the others leave out about one day in seven; the last day always ticks. */
    private static NavigableMap<LocalDate, List<SpecificRecord>> ticks(RandomSpan span, Random random) {
        boolean skipping = random.nextInt(4) == 0;
        NavigableMap<LocalDate, List<SpecificRecord>> days = new TreeMap<>();
        span.days()
                .filter(day -> !skipping || day.equals(span.last()) || random.nextInt(7) > 0)
                .forEach(day -> days.put(day, new ArrayList<>()));
        return days;
    }

    private List<SpecificRecord> inWorkingOrder(List<SpecificRecord> facts) {
        Bank bank = new Bank(zone, CURRENCY);
        return facts.stream()
                .map(fact -> Fact.of(fact, bank))
                .sorted(Fact.WORKING_ORDER)
                .map(Fact::body)
                .toList();
    }
}
