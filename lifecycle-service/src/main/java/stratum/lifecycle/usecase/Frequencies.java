package stratum.lifecycle.usecase;

import static org.hipparchus.special.Beta.logBeta;
import static org.hipparchus.special.Gamma.logGamma;

import java.util.ArrayList;
import java.util.List;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.usecase.FittedModels.Frequency;

/**
 * How many customers should have how many repeat purchases, each in the time since its first: equation (8) of Fader, Hardie and
 * Lee (2005), as the authors plot it beside what is so.
 */
final class Frequencies {

    /** So many repeats or more are one class. */
    private static final int LAST = 7;

    private final BgNbd model;

    Frequencies(BgNbd model) {
        this.model = model;
    }

    List<Frequency> of(List<Rhythm> customers) {
        long[] actual = new long[LAST + 1];
        double[] expected = new double[LAST + 1];
        for (Rhythm customer : customers) {
            actual[Math.min(LAST, customer.repeats())]++;
            double left = 1;
            for (int repeats = 0; repeats < LAST; repeats++) {
                double chance = chanceOf(repeats, customer.age());
                expected[repeats] += chance;
                left -= chance;
            }
            expected[LAST] += Math.max(0, left);
        }
        List<Frequency> frequencies = new ArrayList<>();
        for (int repeats = 0; repeats <= LAST; repeats++) {
            frequencies.add(new Frequency(repeats, actual[repeats], expected[repeats]));
        }
        return List.copyOf(frequencies);
    }

    /** Alive after all of them; or lost after the last, and then it does not matter how many more there would have been. */
    private double chanceOf(int repeats, double age) {
        double alive = Math.exp(logBeta(model.a(), model.b() + repeats) - logBeta(model.a(), model.b()))
                * poissons(repeats, age);
        if (repeats == 0) {
            return alive;
        }
        double fewer = 0;
        for (int j = 0; j < repeats; j++) {
            fewer += poissons(j, age);
        }
        double lost = Math.exp(logBeta(model.a() + 1, model.b() + repeats - 1) - logBeta(model.a(), model.b()));
        return alive + lost * (1 - fewer);
    }

    /** The chance of so many purchases of one who is never lost: negative binomial. */
    private double poissons(int number, double age) {
        double r = model.r();
        double base = logGamma(r + number) - logGamma(r) - logGamma(number + 1) + r * -Math.log1p(age / model.alpha());
        return number == 0 ? Math.exp(base) : Math.exp(base - number * Math.log1p(model.alpha() / age));
    }
}
