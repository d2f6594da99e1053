package stratum.benchmarks.contest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.platform.stream.Decider;
import stratum.platform.stream.DecisionDriver;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Moment;

/**
 * Passes days on which nothing happens, on the engine in memory, without a broker. Customers have held what they hold since
 * one of the last hundred days, so some are always due. The median day of several counts.
 */
final class PassingDays {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int OPENING_DAYS = 100;
    private static final int MEASURED_DAYS = 9;

    /** So many facts at once, before what they led to is cleared away. */
    private static final int CHUNK = 20_000;

    /** So often a customer of lifecycle's has paid, once a week: who falls silent is seen by her own rhythm. */
    private static final int WEEKS = 12;

    private final Subject subject;
    private final Counted<?> decider;

    PassingDays(Subject subject) {
        this.subject = subject;
        this.decider = Rules.of(subject);
    }

    PassedDay run(Course course) {
        int customers = (int) course.facts();
        try (DecisionDriver driver = new DecisionDriver(topology(), Rules.ZONE)) {
            populate(driver, customers);
            List<PassedDay> days = new ArrayList<>();
            for (int day = 0; day < MEASURED_DAYS; day++) {
                days.add(pass(driver, customers, FIRST.plusDays(OPENING_DAYS + day)));
            }
            days.sort(Comparator.comparing(PassedDay::byIndexMillis));
            return days.get(MEASURED_DAYS / 2);
        }
    }

    private DecisionTopology<?> topology() {
        return subject.topology(decider, DecisionDriver.settings(subject.service(), Rules.ZONE));
    }

    private void populate(DecisionDriver driver, int customers) {
        SplittableRandom random = new SplittableRandom(7);
        for (int day = 0; day < OPENING_DAYS; day++) {
            int from = (int) ((long) customers * day / OPENING_DAYS);
            int to = (int) ((long) customers * (day + 1) / OPENING_DAYS);
            for (int first = from; first < to; first += CHUNK) {
                int next = Math.min(to, first + CHUNK);
                driver.publish(opened(first, next, FIRST.plusDays(day), random));
                if (subject == Subject.LIFECYCLE) {
                    driver.publish(paid(first, next, FIRST.plusDays(day)));
                }
            }
            driver.endOf(FIRST.plusDays(day));
            clear(driver);
        }
    }

    private static List<SpecificRecord> opened(int from, int to, LocalDate day, SplittableRandom random) {
        Instant at = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        List<SpecificRecord> facts = new ArrayList<>(to - from);
        for (int customer = from; customer < to; customer++) {
            long value = (50_000L << random.nextInt(12)) + random.nextLong(50_000);
            facts.add(new HoldingChanged(
                    "f" + customer,
                    name(customer),
                    name(customer) + "-current",
                    at,
                    "CURRENT",
                    ProductFamily.DEPOSIT,
                    HoldingStatus.OPENED,
                    new Money(value, "EUR"),
                    null));
        }
        return facts;
    }

    private static List<SpecificRecord> paid(int from, int to, LocalDate last) {
        List<SpecificRecord> facts = new ArrayList<>((to - from) * WEEKS);
        for (int customer = from; customer < to; customer++) {
            for (int week = 0; week < WEEKS; week++) {
                facts.add(new TransactionPosted(
                        "p" + customer + "-" + week,
                        name(customer),
                        name(customer) + "-current",
                        last.minusWeeks(week).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                        ProductFamily.DEPOSIT,
                        Direction.DEBIT,
                        new Money(5_000L, "EUR"),
                        null,
                        Purpose.CARD,
                        Channel.CARD,
                        null,
                        Initiator.CUSTOMER,
                        null));
            }
        }
        return facts;
    }

    private void clear(DecisionDriver driver) {
        subject.outputs().forEach(driver::everythingOn);
    }

    private PassedDay pass(DecisionDriver driver, int customers, LocalDate day) {
        double everybody = everybody(decider, driver, customers, day);
        long before = decider.reviews();
        Stopwatch stopwatch = new Stopwatch();
        driver.endOf(day);
        double byIndex = stopwatch.seconds();
        long due = decider.reviews() - before;
        clear(driver);
        return new PassedDay(customers, due, 1000 * byIndex, 1000 * everybody);
    }

    private static <S> double everybody(Decider<S> decider, DecisionDriver driver, int customers, LocalDate day) {
        Moment moment = new Moment(day, day.plusDays(1).atStartOfDay(Rules.ZONE).toInstant(), day.toString());
        Stopwatch stopwatch = new Stopwatch();
        for (int customer = 0; customer < customers; customer++) {
            S known = decider.read(name(customer), driver.kept(name(customer)));
            decider.write(decider.review(known, moment, (topic, event) -> {}));
        }
        return stopwatch.seconds();
    }

    private static String name(int customer) {
        return "c" + customer;
    }
}
