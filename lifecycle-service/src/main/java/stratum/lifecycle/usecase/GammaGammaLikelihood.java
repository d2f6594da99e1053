package stratum.lifecycle.usecase;

import static org.hipparchus.special.Gamma.logGamma;

import java.util.List;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.Rhythm;

/**
 * How likely the customers' mean values are under a Gamma-Gamma model: equation (1a) of Fader and Hardie, "The Gamma-Gamma Model
 * of Monetary Value" (2013), in logarithms. Who moved nothing says nothing of it.
 */
final class GammaGammaLikelihood {

    private final List<Rhythm> customers;

    GammaGammaLikelihood(List<Rhythm> customers) {
        this.customers =
                customers.stream().filter(customer -> customer.meanValue() > 0).toList();
    }

    int customers() {
        return customers.size();
    }

    /** The mean over the customers of their mean values. */
    double mean() {
        return customers.stream().mapToDouble(Rhythm::meanValue).average().orElse(0);
    }

    double of(GammaGamma model) {
        return customers.stream()
                .mapToDouble(customer -> of(model, customer.repeats() + 1, customer.meanValue()))
                .sum();
    }

    private static double of(GammaGamma model, int purchases, double mean) {
        double px = model.p() * purchases;
        return logGamma(px + model.q())
                - logGamma(px)
                - logGamma(model.q())
                + model.q() * Math.log(model.v())
                + (px - 1) * Math.log(mean)
                + px * Math.log(purchases)
                - (px + model.q()) * Math.log(model.v() + purchases * mean);
    }
}
