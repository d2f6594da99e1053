package stratum.lifecycle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.BgNbd;
import stratum.lifecycle.domain.GammaGamma;
import stratum.lifecycle.usecase.FittedModels;
import stratum.lifecycle.usecase.FittedModels.Frequency;
import stratum.platform.policy.PolicyVersion;
import stratum.platform.web.InvalidInput;

/**
 * What was learned of the customers' rhythm.
 *
 * @param repeats how many customers have how many repeat active days, and how many should: the data of a plot
 * @param draft the policy that was drafted with it; none where it cannot rule
 * @param errors why it cannot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FitView(
        int customers,
        double logLikelihood,
        BgNbd bgNbd,
        @Nullable GammaGamma gammaGamma,
        List<Frequency> repeats,
        @Nullable DraftView draft,
        @Nullable List<InvalidInput.Mistake> errors) {

    /** A draft, all of which is the policy in force but the models, and the moment from which it is to rule. */
    record DraftView(
            String id,
            int version,
            String author,
            Instant effectiveFrom,
            @JsonRawValue String document) {}

    static FitView drafted(FittedModels fitted, PolicyVersion draft) {
        return of(
                fitted,
                new DraftView(
                        draft.id(), draft.version(), draft.life().author(), draft.effectiveFrom(), draft.document()),
                null);
    }

    static FitView notDrafted(FittedModels fitted, InvalidInput why) {
        return of(fitted, null, why.mistakes());
    }

    private static FitView of(
            FittedModels fitted, @Nullable DraftView draft, @Nullable List<InvalidInput.Mistake> errors) {
        return new FitView(
                fitted.customers(),
                fitted.logLikelihood(),
                fitted.bgNbd(),
                fitted.gammaGamma(),
                fitted.repeats(),
                draft,
                errors);
    }
}
