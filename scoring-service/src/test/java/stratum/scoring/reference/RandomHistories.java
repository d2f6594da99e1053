package stratum.scoring.reference;

import java.math.BigDecimal;
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
import stratum.events.FxRateSet;

/**
 * Histories of one to three customers over 60 to 400 days, the same for the same seed: balances that sit on the policy's
 * thresholds, busy and silent times, facts late, repeated, reversed (also before the original is known) and too late,
 * accounts closed and opened again, money of four currencies, contacts of every kind, tiers set by hand and taken back, and
 * clocks that now and then skip a day.
 * Nothing from the future, and nothing on the first day that is older than it.
 */
public final class RandomHistories {

    /** The currency of most amounts. */
    public static final String CURRENCY = CustomerFacts.CURRENCY;

    /** Of dollars nothing is known before the middle of 2023, and of yen a rate is corrected. */
    public static final List<FxRateSet> RATES = List.of(
            rate("EUR", "2000-01-01", "25.1230000000"),
            rate("EUR", "2023-11-05", "24.5000000001"),
            rate("EUR", "2024-08-01", "25.2"),
            rate("USD", "2023-07-01", "22.0495"),
            rate("USD", "2024-02-29", "23.333333"),
            rate("JPY", "2000-01-01", "0.17"),
            rate("JPY", "2024-01-01", "9"),
            rate("JPY", "2024-01-01", "0.1605"),
            rate("KWD", "2000-01-01", "75.3"));

    /** What the bank earns on deposits and on loans. */
    public static final BigDecimal DEPOSIT_MARGIN = new BigDecimal("0.0153");

    public static final BigDecimal LOAN_MARGIN = new BigDecimal("0.031007");

    private static FxRateSet rate(String currency, String from, String rate) {
        return FxRateSet.newBuilder()
                .setCurrency(currency)
                .setDate(LocalDate.parse(from))
                .setRate(new BigDecimal(rate).setScale(10))
                .build();
    }

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

    /** The bank whose facts these are. */
    public Bank bank() {
        return new Bank(zone, CURRENCY, RATES, DEPOSIT_MARGIN, LOAN_MARGIN);
    }

    /** The same bank, earning what a policy says. */
    public Bank bankBy(ReferencePolicy policy) {
        return new Bank(zone, CURRENCY, RATES, policy.margin("deposit"), policy.margin("loan"));
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
        Bank bank = Bank.of(zone, CURRENCY);
        return facts.stream()
                .map(fact -> Fact.of(fact, bank))
                .sorted(Fact.WORKING_ORDER)
                .map(Fact::body)
                .toList();
    }
}
