package stratum.lifecycle.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.Rhythm;

/** Customers who live exactly as the models say. */
final class InventedCustomers {

    private final BgNbd model;
    private final GammaGamma values;
    private final Random random;

    private InventedCustomers(BgNbd model, GammaGamma values, Random random) {
        this.model = model;
        this.values = values;
        this.random = random;
    }

    static List<Rhythm> of(BgNbd model, GammaGamma values, int customers, double age, Random random) {
        InventedCustomers invented = new InventedCustomers(model, values, random);
        List<Rhythm> all = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            all.add(invented.one(age * (0.5 + random.nextDouble() / 2)));
        }
        return all;
    }

    private Rhythm one(double age) {
        double rate = gamma(model.r()) / model.alpha();
        double first = gamma(model.a());
        double loss = first / (first + gamma(model.b()));
        int repeats = 0;
        double last = 0;
        for (double next = pause(rate); next < age; next = last + pause(rate)) {
            repeats++;
            last = next;
            if (random.nextDouble() < loss) {
                break;
            }
        }
        double nu = gamma(values.q()) / values.v();
        double sum = 0;
        for (int i = 0; i <= repeats; i++) {
            sum += gamma(values.p()) / nu;
        }
        return new Rhythm(repeats, last, age, sum / (repeats + 1));
    }

    private double pause(double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }

    /** Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables" (2000). */
    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
