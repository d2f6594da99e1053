package stratum.lifecycle.usecase;

import static org.hipparchus.special.Gamma.logGamma;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.Rhythm;

/**
 * How likely the customers' rhythms are under a BG/NBD model: equation (6) of Fader, Hardie and Lee (2005), in logarithms. Who
 * has the same rhythm is reckoned once.
 */
final class BgNbdLikelihood {

    private final Map<Rhythm, Integer> rhythms = new HashMap<>();
    private final Map<Integer, Integer> repeats = new HashMap<>();

    BgNbdLikelihood(List<Rhythm> customers) {
        for (Rhythm customer : customers) {
            rhythms.merge(new Rhythm(customer.repeats(), customer.ageAtLast(), customer.age(), 0), 1, Integer::sum);
            repeats.merge(customer.repeats(), 1, Integer::sum);
        }
    }

    double of(BgNbd model) {
        double sum = 0;
        for (Map.Entry<Integer, Integer> entry : repeats.entrySet()) {
            sum += entry.getValue() * ofRepeats(model, entry.getKey());
        }
        for (Map.Entry<Rhythm, Integer> entry : rhythms.entrySet()) {
            sum += entry.getValue() * ofTimes(model, entry.getKey());
        }
        return sum;
    }

    private static double ofRepeats(BgNbd model, int repeats) {
        return logGamma(model.r() + repeats)
                - logGamma(model.r())
                + model.r() * Math.log(model.alpha())
                + logGamma(model.a() + model.b())
                + logGamma(model.b() + repeats)
                - logGamma(model.b())
                - logGamma(model.a() + model.b() + repeats);
    }

    /** The customer is alive, or was lost after the last purchase. */
    private static double ofTimes(BgNbd model, Rhythm rhythm) {
        int x = rhythm.repeats();
        double alive = -(model.r() + x) * Math.log(model.alpha() + rhythm.age());
        if (x == 0) {
            return alive;
        }
        double lost = Math.log(model.a() / (model.b() + x - 1))
                - (model.r() + x) * Math.log(model.alpha() + rhythm.ageAtLast());
        double larger = Math.max(alive, lost);
        return larger + Math.log1p(Math.exp(Math.min(alive, lost) - larger));
    }
}
