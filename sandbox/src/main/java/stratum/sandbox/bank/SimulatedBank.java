package stratum.sandbox.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;
import stratum.sandbox.feed.PublicationOrder;

/**
 * A bank drawn from a seed. The same customers, days and seed give the same facts to the byte, and the first customers
 * of a larger bank are those of a smaller one. Lives are lived while the days are asked for: memory grows with the
 * customers, not with the days.
 */
public final class SimulatedBank implements History {

    static final String CURRENCY = "EUR";
    static final ZoneId ZONE = ZoneOffset.UTC;

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final int WHO = 1;
    private static final int FILE = 2;
    private static final int LIFE = 3;
    private static final int REVERSALS = 4;
    private static final int DELIVERY = 5;

    private final int customers;
    private final LocalDate firstDay;
    private final long seed;
    private final Imperfections imperfections;
    private Courier.Tally tally = new Courier.Tally();

    public SimulatedBank(int customers, int days, long seed) {
        this(customers, days, seed, Imperfections.FEW);
    }

    public SimulatedBank(int customers, int days, long seed, Imperfections imperfections) {
        if (customers < 1 || days < 1) {
            throw new IllegalArgumentException("A bank has at least one customer and one day.");
        }
        this.customers = customers;
        this.firstDay = LAST_DAY.minusDays(days - 1L);
        this.seed = seed;
        this.imperfections = imperfections;
    }

    static String customerId(int number) {
        return "sim-%06d".formatted(number + 1);
    }

    @Override
    public String name() {
        return "simulated bank";
    }

    @Override
    public String currency() {
        return CURRENCY;
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }

    @Override
    public LocalDate firstDay() {
        return firstDay;
    }

    @Override
    public LocalDate lastDay() {
        return LAST_DAY;
    }

    /** Lives the days from the first on, anew each time it is called. */
    @Override
    public Iterator<Day> days() {
        tally = new Courier.Tally();
        return new Running(tally);
    }

    /** What the days last asked for held so far. */
    public Counts counts() {
        return tally.counts();
    }

    /** The truth about every customer, in the order of their ids. */
    public List<Truth> truths() {
        Population population = new Population(firstDay, LAST_DAY);
        return IntStream.range(0, customers)
                .mapToObj(number -> drawn(population, number).truth())
                .toList();
    }

    /** Writes the truth as CSV with a header, dates as ISO, an empty field where a thing has not happened. */
    public void writeTruths(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Truth.HEADER);
        truths().forEach(truth -> lines.add(truth.csv()));
        Files.write(file, lines);
    }

    private Population.Drawn drawn(Population population, int number) {
        return population.draw(number, Dice.of(seed, number, WHO));
    }

    private Life born(Population population, int number) {
        Population.Drawn drawn = drawn(population, number);
        CustomerFile file = new CustomerFile(number, drawn.truth(), drawn.means(), Dice.of(seed, number, FILE));
        Reversals reversals = new Reversals(Dice.of(seed, number, REVERSALS), imperfections.reversals());
        return new Life(drawn, file, Dice.of(seed, number, LIFE), reversals);
    }

    /** The bank as it lives: everybody goes through a day before anybody begins the next. */
    private final class Running implements Iterator<Day> {

        private final List<Life> lives = new ArrayList<>();
        private final List<Dice> delivery = new ArrayList<>();
        private final Courier courier;
        private LocalDate next = firstDay;

        Running(Courier.Tally tally) {
            courier = new Courier(imperfections, LAST_DAY, tally);
            Population population = new Population(firstDay, LAST_DAY);
            for (int number = 0; number < customers; number++) {
                lives.add(born(population, number));
                delivery.add(Dice.of(seed, number, DELIVERY));
            }
        }

        @Override
        public boolean hasNext() {
            return !next.isAfter(LAST_DAY);
        }

        @Override
        public Day next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The last day was " + LAST_DAY);
            }
            LocalDate day = next;
            next = day.plusDays(1);
            for (int number = 0; number < customers; number++) {
                for (SpecificRecord fact : lives.get(number).live(day)) {
                    courier.take(fact, day, delivery.get(number));
                }
            }
            List<SpecificRecord> due = new ArrayList<>(courier.dueOn(day));
            due.sort(PublicationOrder.INSTANCE);
            return new Day(day, due);
        }
    }
}
