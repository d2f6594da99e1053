package stratum.lifecycle.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.InteractionKind;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;

/**
 * Histories of one customer over 300 to 1,100 days, the same for the same seed: busy, slow and silent times, money that
 * comes and goes, some of it foreign, salaries that start and stop, complaints and surveys, products opened and closed, and facts that come
 * late, twice, taken back, or before what they take back.
 */
public final class RandomHistories {

    /** Days between transactions, the last one for ever. */
    private static final int[] GAPS = {1, 2, 4, 7, 15, 30, 30, 60, 4000};

    private static final long[] LEVELS = {0, 40_000, 300_000, 300_000, 650_000, 2_000_000};

    private final Random random;
    private final Random travels;
    private final LocalDate first;
    private final LocalDate last;
    private final Facts facts;
    private final TreeMap<LocalDate, List<SpecificRecord>> arrivals = new TreeMap<>();

    /** What the bank published on a day; the clock ticks when the day is over. */
    public record Day(LocalDate date, List<SpecificRecord> facts) {}

    private RandomHistories(long seed) {
        random = new Random(seed);
        travels = new Random(~seed);
        first = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(365));
        last = first.plusDays(300 + random.nextInt(800));
        facts = new Facts("c" + seed);
    }

    /** One history, every day of it. */
    public static List<Day> of(long seed) {
        return new RandomHistories(seed).days();
    }

    /** The same with the facts of each day in another order. */
    public static List<Day> shuffled(List<Day> history, long seed) {
        Random random = new Random(seed);
        return history.stream()
                .map(day -> {
                    List<SpecificRecord> facts = new ArrayList<>(day.facts());
                    Collections.shuffle(facts, random);
                    return new Day(day.date(), List.copyOf(facts));
                })
                .toList();
    }

    private List<Day> days() {
        if (!oneIn(6)) {
            publish(facts.profiled(first, oneIn(5) ? null : birth()), first);
        }
        LocalDate opened = oneIn(2) ? first : first.plusDays(random.nextInt(40));
        publish(
                facts.holding(
                        opened, "current", ProductFamily.DEPOSIT, HoldingStatus.OPENED, oneIn(2) ? null : level()),
                opened);
        for (LocalDate day = opened; !day.isAfter(last); ) {
            LocalDate end = day.plusDays(20 + random.nextInt(200));
            live(day, end.isAfter(last) ? last : end);
            day = end.plusDays(1);
        }
        relics();
        repeat();
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Day(day, List.copyOf(arrivals.getOrDefault(day, List.of()))))
                .toList();
    }

    /** A time of one rhythm and one level of money, with or without a salary. */
    private void live(LocalDate from, LocalDate to) {
        int gap = GAPS[random.nextInt(GAPS.length)];
        long level = level();
        boolean salaried = oneIn(2);
        boolean orderly = oneIn(4);
        if (oneIn(3)) {
            product(from);
        }
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (random.nextInt(gap) == 0) {
                transact(day, level);
            }
            if (salaried && day.getDayOfMonth() == 5) {
                transaction(day, Purpose.SALARY, Direction.CREDIT, 900_000, level);
            }
            if (orderly && day.getDayOfMonth() % 9 == 1) {
                transaction(day, Purpose.STANDING_ORDER, Direction.DEBIT, 10_000, level);
            }
            if (oneIn(45)) {
                contact(day);
            }
        }
        if (oneIn(6)) {
            publish(facts.closed(to), to);
            if (oneIn(3)) {
                publish(facts.opened(to.plusDays(1)), to.plusDays(1));
            }
        }
    }

    private void product(LocalDate day) {
        ProductFamily[] families = ProductFamily.values();
        ProductFamily family = families[random.nextInt(families.length)];
        String account = "p" + random.nextInt(3);
        boolean closes = oneIn(3);
        publish(
                facts.holding(
                        day,
                        account,
                        family,
                        closes ? HoldingStatus.CLOSED : HoldingStatus.OPENED,
                        closes ? null : level()),
                day);
        if (family == ProductFamily.WEALTH && !closes) {
            LocalDate matures = day.plusDays(random.nextInt(200));
            publish(facts.maturing(facts.holding(day, account, family, HoldingStatus.OPENED, level()), matures), day);
        }
        if (oneIn(3)) {
            LocalDate valued = day.plusDays(random.nextInt(60));
            HoldingChanged holding = facts.holding(valued, account, family, HoldingStatus.VALUED, level());
            if (travels.nextInt(3) == 0) {
                holding.getValue().setCurrency(currency());
            }
            publish(holding, valued);
        }
    }

    private void transact(LocalDate day, long level) {
        Purpose[] purposes = Purpose.values();
        Purpose purpose = oneIn(3) ? purposes[random.nextInt(purposes.length)] : Purpose.CARD;
        Direction direction = oneIn(3) ? Direction.CREDIT : Direction.DEBIT;
        if (purpose == Purpose.TRANSFER_OUT) {
            direction = Direction.DEBIT;
        }
        transaction(day, purpose, direction, 1 + random.nextInt(oneIn(20) ? 4_000_000 : 400_000), level);
    }

    private void transaction(LocalDate day, Purpose purpose, Direction direction, long amount, long level) {
        Long balance = oneIn(8) ? null : Long.valueOf(oneIn(15) ? -level : level);
        TransactionPosted posted = facts.posted(day, purpose, direction, amount, balance);
        if (travels.nextInt(12) == 0) {
            String currency = currency();
            posted.getAmount().setCurrency(currency);
            if (posted.getBalanceAfter() != null) {
                posted.getBalanceAfter().setCurrency(currency);
            }
        }
        publish(posted, day);
        if (oneIn(20)) {
            LocalDate later = day.plusDays(random.nextInt(20));
            publish(facts.reversed(posted, later, oneIn(2) ? null : level()), later);
        }
    }

    private void contact(LocalDate day) {
        InteractionKind[] kinds = InteractionKind.values();
        InteractionKind kind = kinds[random.nextInt(kinds.length)];
        publish(facts.contact(day, kind, kind == InteractionKind.SURVEY_ANSWERED ? random.nextInt(11) : null), day);
    }

    private String currency() {
        return ForeignMoney.CURRENCIES.get(travels.nextInt(ForeignMoney.CURRENCIES.size()));
    }

    private LocalDate birth() {
        return LocalDate.of(1950 + random.nextInt(55), 1, 1).plusDays(random.nextInt(366));
    }

    private long level() {
        return LEVELS[random.nextInt(LEVELS.length)] + random.nextInt(1000);
    }

    /** Facts that come 399 to 402 days after they happened. */
    private void relics() {
        while (oneIn(2)) {
            LocalDate on = first.plusDays(200 + random.nextInt(800));
            LocalDate date = on.minusDays(399 + random.nextInt(4));
            if (!on.isAfter(last)) {
                arrive(facts.paid(date, level()), on);
            }
        }
    }

    private void publish(SpecificRecord fact, LocalDate date) {
        int late =
                switch (random.nextInt(20)) {
                    case 0 -> 1 + random.nextInt(3);
                    case 1 -> 1 + random.nextInt(120);
                    default -> 0;
                };
        arrive(fact, date.plusDays(late));
    }

    private void arrive(SpecificRecord fact, LocalDate on) {
        if (!on.isAfter(last)) {
            arrivals.computeIfAbsent(on, day -> new ArrayList<>()).add(fact);
        }
    }

    /** Within the week for which ids are remembered. */
    private void repeat() {
        TreeMap<LocalDate, List<SpecificRecord>> once = new TreeMap<>();
        arrivals.forEach((day, all) -> once.put(day, List.copyOf(all)));
        once.forEach((day, all) ->
                all.stream().filter(fact -> oneIn(25)).forEach(fact -> arrive(fact, day.plusDays(random.nextInt(7)))));
    }

    private boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }
}
