package stratum.scoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.Assessment;
import stratum.scoring.domain.Explanation;
import stratum.scoring.domain.Groups;
import stratum.scoring.domain.Reason;
import stratum.scoring.domain.Scoring;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.Standing;
import stratum.scoring.domain.TierOverride;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.domain.Watch;
import stratum.scoring.stream.ScoringDecider.Prospect;

/**
 * Where a customer stands, with the full working. Money as integer minor units of the base currency,
 * ratios as decimal numbers, flags as booleans.
 *
 * @param override the tier set by hand that holds
 * @param overrideRefused why one that the customer file sets does not hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoreView(
        String customerId,
        LocalDate asOf,
        Map<String, Object> features,
        Map<String, Double> points,
        int score,
        @Nullable String tier,
        String candidate,
        @Nullable Watch watch,
        @Nullable TierOverride override,
        @Nullable String overrideRefused,
        List<String> needs,
        @Nullable String behaviour,
        @Nullable String customerGroup,
        DistancesView distance,
        List<Reason> reasons,
        @Nullable LocalDate reviewDate,
        PolicyView policy) {

    record DistancesView(List<DistanceView> up, List<DistanceView> down) {

        static DistancesView of(Explanation why) {
            return new DistancesView(
                    why.up().stream().map(DistanceView::of).toList(),
                    why.down().stream().map(DistanceView::of).toList());
        }
    }

    record DistanceView(String what, long actual, long required, long missing) {

        static DistanceView of(stratum.scoring.domain.Distance distance) {
            return new DistanceView(distance.what(), distance.actual(), distance.required(), distance.missing());
        }
    }

    record PolicyView(String id, int version) {}

    static ScoreView of(String customerId, LocalDate asOf, Prospect prospect) {
        Scoring scoring = prospect.scoring();
        Scored scored = prospect.scored();
        TierPolicy policy = scoring.policy();
        Groups groups = scoring.groups(scored, asOf);
        Standing standing = scored.customer().standing();
        Assessment assessment = scored.assessment();
        Explanation why = Explanation.of(policy, assessment, standing);
        return new ScoreView(
                customerId,
                asOf,
                assessment.features().written(),
                why.points(),
                assessment.score(),
                standing.isAssigned() ? standing.tier() : null,
                policy.tier(assessment.candidate()).code(),
                standing.watch(),
                standing.override(),
                refused(scored.customer().profile().override(), policy, asOf),
                groups.needs(),
                groups.behaviour(),
                groups.customerGroup(),
                DistancesView.of(why),
                why.reasons(),
                prospect.reviewDate(),
                new PolicyView(policy.id(), policy.version()));
    }

    private static @Nullable String refused(@Nullable TierOverride told, TierPolicy policy, LocalDate asOf) {
        return told == null || told.isOver(asOf) || policy.nameOf(told.tier()).isPresent()
                ? null
                : "The customer file sets the tier %s, which version %d of policy %s does not have."
                        .formatted(told.tier(), policy.version(), policy.id());
    }
}
