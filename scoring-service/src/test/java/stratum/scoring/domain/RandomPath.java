package stratum.scoring.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongBinaryOperator;

/**
 * A customer's features day by day: each runs on from fact to fact at its own slope, with a step now and then, and a fact
 * sets all of them anew. Seeks the thresholds of the sample policies.
 */
final class RandomPath {

    private static final long[] BALANCES = {
        0, 799, 800, 899, 900, 949, 950, 999, 1000, 1799, 1900, 2000, 3599, 3799, 4000, 6000
    };

    private final Random random;
    private final int days;
    private Map<Feature, long[]> ahead = Map.of();
    private int since;

    RandomPath(Random random, int days) {
        this.random = random;
        this.days = days;
        fact(0);
    }

    boolean isFactDay() {
        return random.nextInt(45) == 0;
    }

    void fact(int day) {
        since = day;
        ahead = new EnumMap<>(Feature.class);
        ahead.put(
                Feature.BALANCE, line(BALANCES[random.nextInt(BALANCES.length)], random.nextInt(4) == 0 ? 7 : 0, true));
        ahead.put(Feature.ACTIVE_DAYS_90D, line(random.nextInt(90), -random.nextInt(2), false));
        ahead.put(Feature.TENURE_DAYS, line(day, 1, false));
        if (random.nextInt(4) > 0) {
            ahead.put(Feature.PRODUCT_COUNT, line(1, 0, false));
        }
    }

    private long[] line(long from, int slope, boolean steps) {
        long[] line = new long[2 * days];
        long value = from;
        int direction = random.nextBoolean() ? slope : -slope;
        for (int i = 0; i < line.length; i++) {
            line[i] = Math.max(0, value);
            value += steps ? direction : slope;
            if (steps && random.nextInt(60) == 0) {
                value = BALANCES[random.nextInt(BALANCES.length)];
            }
        }
        return line;
    }

    Features on(int day) {
        return over(day, day, Math::max);
    }

    Outlook from(int day) {
        return new Outlook() {
            @Override
            public Features least(int ahead) {
                return over(day + 1, day + ahead, Math::min);
            }

            @Override
            public Features most(int ahead) {
                return over(day + 1, day + ahead, Math::max);
            }
        };
    }

    private Features over(int first, int last, LongBinaryOperator bound) {
        Map<Feature, Long> values = new EnumMap<>(Feature.class);
        ahead.forEach((feature, line) -> {
            long value = line[Math.min(first - since, line.length - 1)];
            for (int i = first - since; i <= last - since && i < line.length; i++) {
                value = bound.applyAsLong(value, line[i]);
            }
            values.put(feature, value);
        });
        return Features.of(values);
    }
}
