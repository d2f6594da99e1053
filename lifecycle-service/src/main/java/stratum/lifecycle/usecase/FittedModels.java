package stratum.lifecycle.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;

/**
 * The models that fit the customers best.
 *
 * @param customers how many there were
 * @param logLikelihood of the rhythms under the BG/NBD model
 * @param gammaGamma none where too few of the customers have values
 * @param repeats how many customers have how many repeat purchases, and how many should by the model
 */
public record FittedModels(
        int customers,
        BgNbd bgNbd,
        double logLikelihood,
        @Nullable GammaGamma gammaGamma,
        List<Frequency> repeats) {

    /**
     * How often something is.
     *
     * @param repeats repeat purchases; the last frequency is of so many or more
     */
    public record Frequency(int repeats, long actual, double expected) {}
}
