package stratum.lifecycle.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known does not depend on the order in which it came, though many facts bear the same moment. */
final class KnownLawsTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 5, 31);
    private static final Instant DAWN = Instant.parse("2024-05-01T06:00:00Z");
    private static final int HOURS = 60;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_order_gives_the_same_bytes(long seed) {
        List<Fact> facts = facts(new Random(seed));
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(bytes(shuffled)).isEqualTo(bytes(facts));
    }

    private static byte[] bytes(List<Fact> facts) {
        Known known = Known.NOTHING;
        for (Fact fact : facts) {
            known = known.plus(fact, TODAY);
        }
        return Life.UNKNOWN.with(known.settle(TODAY)).toBytes();
    }

    private static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Instant at = DAWN.plusSeconds(random.nextInt(HOURS) * 3600L);
            facts.add(fact("e" + i, at, random));
        }
        return facts;
    }

    private static Fact fact(String id, Instant at, Random random) {
        LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        String account = "a" + random.nextInt(2);
        Family family = Family.values()[random.nextInt(Family.values().length)];
        LocalDate matures = random.nextBoolean() ? null : date.plusDays(random.nextInt(90));
        long value = random.nextInt(1_000);
        return switch (random.nextInt(5)) {
            case 0 ->
                new Fact.HoldingChanged(
                        id, at, date, account, family, anyOf(Fact.Status.values(), random), value, matures);
            case 1 -> new Fact.Profiled(at, date, random.nextBoolean() ? null : date.minusDays(random.nextInt(9_000)));
            case 2 -> {
                Fact.Occasion occasion = anyOf(Fact.Occasion.values(), random);
                yield new Fact.Contact(
                        at, date, occasion, occasion == Fact.Occasion.SURVEY ? random.nextInt(11) : null);
            }
            default -> {
                int sign = random.nextInt(4) == 0 ? -1 : 1;
                Fact.Booking booking = new Fact.Booking(
                        date,
                        sign,
                        random.nextBoolean(),
                        random.nextBoolean(),
                        anyOf(Fact.Kind.values(), random),
                        value);
                yield new Fact.Transaction(id, at, date, account, Family.DEPOSIT, value, booking);
            }
        };
    }

    private static <T> T anyOf(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
