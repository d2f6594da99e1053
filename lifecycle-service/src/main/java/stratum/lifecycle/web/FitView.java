package stratum.lifecycle.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.usecase.FittedModels;
import stratum.lifecycle.usecase.FittedModels.Frequency;
import stratum.lifecycle.usecase.PolicyReading;

/**
 * What was learned of the customers' rhythm.
 *
 * @param repeats how many customers have how many repeat active days, and how many should: the data of a plot
 * @param document the next version of the policy in force with it, to be drafted as it is or edited before
 */
record FitView(
        int customers,
        double logLikelihood,
        BgNbd bgNbd,
        @Nullable GammaGamma gammaGamma,
        List<Frequency> repeats,
        @JsonRawValue String document) {

    static FitView of(FittedModels fitted, LifecyclePolicy inForce) {
        return new FitView(
                fitted.customers(),
                fitted.logLikelihood(),
                fitted.bgNbd(),
                fitted.gammaGamma(),
                fitted.repeats(),
                PolicyReading.draftOf(inForce, fitted));
    }
}
