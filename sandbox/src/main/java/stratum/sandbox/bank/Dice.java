package stratum.sandbox.bank;

import java.util.List;

/**
 * Chance from a seed: SplitMix64 (Steele, Lea, Flood 2014), written out so that the same seed throws the same on every
 * Java, which the library's generators do not promise for derived distributions.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Dice of their own for one thing, so that throwing them more or less often moves nothing else. */
    static Dice of(long seed, long customer, int thing) {
        return new Dice(mix(mix(mix(seed) ^ (customer + 1) * GOLDEN) + thing * GOLDEN));
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** In [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** Both ends included; the lower end where there is no room. */
    int between(int low, int high) {
        return high <= low ? low : low + below(high - low + 1);
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    <T> T of(List<T> all) {
        return all.get(below(all.size()));
    }

    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    /** How often something happens that happens so often on average (Poisson, by Knuth: for small averages). */
    int count(double average) {
        double limit = StrictMath.exp(-average);
        int count = 0;
        double product = unit();
        while (product > limit) {
            count++;
            product *= unit();
        }
        return count;
    }
}
