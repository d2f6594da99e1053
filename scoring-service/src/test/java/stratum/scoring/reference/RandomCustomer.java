package stratum.scoring.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.Channel;
import stratum.events.CustomerProfiled;
import stratum.events.Direction;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TierOverride;
import stratum.events.TransactionPosted;
import stratum.scoring.reference.CustomerFacts.Account;
import stratum.scoring.reference.CustomerFacts.Movement;

/** One customer's facts, each with the day on which it is published. */
final class RandomCustomer {

    /** Transactions per account in a hundred days, from silent to busy. */
    private static final int[] PACES = {0, 0, 3, 10, 30, 100};

    private static final Purpose[] PURPOSES = Purpose.values();
    private static final String[] TIERS = {"MASS", "CORE", "VIP", "PRIVATE", "GOLD"};
    private static final String[] CURRENCIES = {"EUR", "USD", "JPY", "KWD", "GBP"};
    private static final Channel[] CHANNELS = {Channel.MOBILE, Channel.WEB, Channel.CARD, Channel.BRANCH, Channel.MOBILE
    };

    private final Random random;
    private final RandomSpan span;
    private final List<Long> thresholds;
    private final CustomerFacts facts;
    private final List<Arrival> arrivals = new ArrayList<>();
    private Purpose habit = Purpose.CARD;
    private Direction habitual = Direction.DEBIT;

    /** A fact and the day of its publication. */
    record Arrival(LocalDate on, SpecificRecord fact) {}

    RandomCustomer(String id, Random random, RandomSpan span, List<Long> thresholds) {
        this.random = random;
        this.span = span;
        this.thresholds = thresholds;
        this.facts = new CustomerFacts(id, random::nextInt);
    }

    List<Arrival> arrivals() {
        LocalDate start = oneIn(3) ? span.anyDay(random) : span.first();
        Instant first = span.momentOn(start, random);
        CustomerProfiled file = facts.profiled(first);
        if (oneIn(4)) {
            file.setTierOverride(byHand(start));
        }
        publish(file, start);
        if (!oneIn(20)) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                live(account("a" + i), oneIn(2) ? start : laterThan(start, 60));
            }
            contacts(start);
            relics();
        }
        if (oneIn(2)) {
            files(start, first);
        }
        repeat();
        return List.copyOf(arrivals);
    }

    /** Files that set tiers by hand, also such as nobody has and for times that are over, and take them back. */
    private void files(LocalDate start, Instant first) {
        Set<Instant> moments = new HashSet<>(List.of(first));
        for (LocalDate day = laterThan(start, 60); !day.isAfter(span.last()); day = laterThan(day, 90)) {
            Instant at = span.momentOn(day, random);
            if (moments.add(at)) {
                CustomerProfiled file = facts.profiled(at);
                file.setTierOverride(oneIn(3) ? null : byHand(day));
                publish(file, day);
            }
        }
    }

    private TierOverride byHand(LocalDate day) {
        return new TierOverride(
                TIERS[random.nextInt(TIERS.length)],
                oneIn(2) ? "a promise" : "a complaint",
                "anna",
                day.plusDays(random.nextInt(90) - 3));
    }

    private Account account(String id) {
        ProductFamily[] all = ProductFamily.values();
        return new Account(id, oneIn(2) ? ProductFamily.DEPOSIT : all[random.nextInt(all.length)]);
    }

    /** An account's life: times of one pace and one balance each, with a closing now and then. */
    private void live(Account account, LocalDate opened) {
        long level = level();
        if (!oneIn(8)) {
            publish(facts.opened(account, oneIn(3) ? null : level, span.momentOn(opened, random)), opened);
        }
        LocalDate day = opened;
        while (!day.isAfter(span.last())) {
            LocalDate end = laterThan(day, 120);
            live(account, day, end, level);
            day = end.plusDays(1);
            level = level();
            if (oneIn(6) && !day.isAfter(span.last())) {
                publish(facts.closed(account, span.momentOn(day, random)), day);
                day = laterThan(day, 90);
            }
        }
    }

    private void live(Account account, LocalDate from, LocalDate to, long level) {
        int pace = PACES[random.nextInt(PACES.length)];
        habit = PURPOSES[random.nextInt(PURPOSES.length)];
        habitual = oneIn(2) ? Direction.DEBIT : Direction.CREDIT;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (day.equals(from) || random.nextInt(100) < pace) {
                transact(account, day, level);
            }
            if (oneIn(90)) {
                publish(facts.valued(account, level, span.momentOn(day, random)), day);
            }
        }
    }

    private void transact(Account account, LocalDate day, long level) {
        TransactionPosted posted = posted(account, level, span.momentOn(day, random));
        if (!oneIn(100)) {
            publish(posted, day);
        }
        if (oneIn(12)) {
            reverse(posted, day);
        }
    }

    /** Sometimes within the day, and published with a delay of its own, so that it may come before the original. */
    private void reverse(TransactionPosted original, LocalDate day) {
        LocalDate later = oneIn(3) ? day : laterThan(day, 20);
        Instant at = span.momentOn(later, random);
        if (!at.isBefore(original.getOccurredAt())) {
            publish(facts.reversed(original, oneIn(2) ? null : level(), at), later);
        }
    }

    private TransactionPosted posted(Account account, long level, Instant at) {
        TransactionPosted posted = facts.posted(account, movement(level), at);
        posted.setChannel(CHANNELS[random.nextInt(CHANNELS.length)]);
        if (oneIn(2)) {
            posted.setCounterpartyBank("EF");
        }
        if (oneIn(8)) {
            posted.setAmount(foreign(posted.getAmount()));
        }
        if (posted.getBalanceAfter() != null && oneIn(12)) {
            posted.setBalanceAfter(foreign(posted.getBalanceAfter()));
        }
        return posted;
    }

    private Money foreign(Money money) {
        return new Money(money.getAmountMinor(), CURRENCIES[random.nextInt(CURRENCIES.length)]);
    }

    /** Half of the time what the account is used for these months, so that salaries, fees and orders come in numbers. */
    private Movement movement(long level) {
        boolean asEver = oneIn(2);
        return new Movement(
                asEver ? habit : PURPOSES[random.nextInt(PURPOSES.length)],
                asEver ? habitual : oneIn(2) ? Direction.DEBIT : Direction.CREDIT,
                1 + random.nextInt(1_000_000),
                balance(level));
    }

    private @Nullable Long balance(long level) {
        return switch (random.nextInt(20)) {
            case 0, 1 -> null;
            case 2 -> -level;
            case 3 -> level();
            default -> level;
        };
    }

    /** On a threshold, a unit beside it, at the margin below it, or anywhere up to twice as much. */
    private long level() {
        long threshold = thresholds.isEmpty() ? 1_000_000 : thresholds.get(random.nextInt(thresholds.size()));
        return switch (random.nextInt(6)) {
            case 0 -> threshold;
            case 1 -> threshold + random.nextInt(3) - 1;
            case 2 -> threshold * 95 / 100 + random.nextInt(3) - 1;
            case 3 -> threshold * 2;
            default -> (long) (random.nextDouble() * 2 * threshold);
        };
    }

    private void contacts(LocalDate start) {
        int pace = oneIn(3) ? 5 : 60;
        for (LocalDate day = start; !day.isAfter(span.last()); day = laterThan(day, pace)) {
            publish(contact(span.momentOn(day, random)), day);
        }
    }

    private InteractionRecorded contact(Instant at) {
        InteractionKind[] kinds = InteractionKind.values();
        InteractionRecorded contact = facts.contact(kinds[random.nextInt(kinds.length)], at);
        contact.setChannel(CHANNELS[random.nextInt(CHANNELS.length)]);
        if (contact.getKind() == InteractionKind.SURVEY_ANSWERED && !oneIn(5)) {
            contact.setScore(random.nextInt(11));
        }
        return contact;
    }

    /** Facts 399 to 401 days before the last tick at the time of their publication, and reversals of such. */
    private void relics() {
        while (oneIn(2)) {
            LocalDate on = laterThan(span.first(), 400);
            if (!on.isAfter(span.last())) {
                LocalDate date = on.minusDays(400 + random.nextInt(3));
                arrivals.add(new Arrival(on, relic(span.momentOn(date, random))));
                if (oneIn(2)) {
                    TransactionPosted paid = posted(account("a0"), level(), span.momentOn(date, random));
                    arrivals.add(new Arrival(on.minusDays(random.nextInt(2)), paid));
                    arrivals.add(new Arrival(on, facts.reversed(paid, null, span.momentOn(on, random))));
                }
            }
        }
    }

    private SpecificRecord relic(Instant at) {
        Account account = account("a" + random.nextInt(4));
        return switch (random.nextInt(5)) {
            case 0 -> facts.opened(account, level(), at);
            case 1 -> facts.closed(account, at);
            case 2, 3 -> contact(at);
            default -> posted(account, level(), at);
        };
    }

    private void publish(SpecificRecord fact, LocalDate date) {
        LocalDate on = date.plusDays(delay());
        if (!on.isAfter(span.last())) {
            arrivals.add(new Arrival(on, fact));
        }
    }

    private int delay() {
        return switch (random.nextInt(12)) {
            case 0 -> 1 + random.nextInt(3);
            case 1 -> 1 + random.nextInt(31);
            default -> 0;
        };
    }

    /** Within the week for which ids are remembered. */
    private void repeat() {
        for (Arrival arrival : List.copyOf(arrivals)) {
            LocalDate on = arrival.on().plusDays(random.nextInt(7));
            if (oneIn(25) && !on.isAfter(span.last())) {
                arrivals.add(new Arrival(on, arrival.fact()));
            }
        }
    }

    private LocalDate laterThan(LocalDate date, int days) {
        return date.plusDays(1 + random.nextInt(days));
    }

    private boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }
}
