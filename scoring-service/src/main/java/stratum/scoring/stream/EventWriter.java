package stratum.scoring.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stratum.events.Distance;
import stratum.events.PolicyRef;
import stratum.events.Reason;
import stratum.events.SignalKind;
import stratum.events.TierSignalled;
import stratum.events.Watch;
import stratum.platform.stream.Moment;
import stratum.scoring.domain.Explanation;
import stratum.scoring.domain.Features;
import stratum.scoring.domain.Move;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.Standing;
import stratum.scoring.domain.TierPolicy;

/** Writes what was decided as the events of the catalogue. */
final class EventWriter {

    private final TierPolicy policy;

    EventWriter(TierPolicy policy) {
        this.policy = policy;
    }

    stratum.events.Scored scored(String customerId, Scored scored, Moment moment) {
        return stratum.events.Scored.newBuilder()
                .setCustomerId(customerId)
                .setOccurredAt(moment.at())
                .setAsOf(moment.asOf())
                .setFeatures(features(scored.assessment().features()))
                .setScore(scored.assessment().score())
                .setTier(code(scored.customer().standing()))
                .setCandidate(policy.tier(scored.assessment().candidate()).code())
                .setWatch(watch(scored.customer().standing().watch()))
                .setReviewDate(scored.customer().reviewDate())
                .setPolicy(policyRef())
                .build();
    }

    TierSignalled signal(String customerId, Scored scored, Moment moment) {
        Move move = scored.move();
        SignalKind kind =
                SignalKind.valueOf(Objects.requireNonNull(move.signal()).name());
        Explanation why = Explanation.of(policy, scored.assessment(), move.after());
        return TierSignalled.newBuilder()
                .setSignalId("%s-%d-%s-%s".formatted(customerId, moment.at().toEpochMilli(), kind, moment.cause()))
                .setCustomerId(customerId)
                .setOccurredAt(moment.at())
                .setAsOf(moment.asOf())
                .setKind(kind)
                .setFromTier(move.before().isAssigned() ? code(move.before()) : null)
                .setTier(code(move.after()))
                .setCandidate(policy.tier(scored.assessment().candidate()).code())
                .setScore(scored.assessment().score())
                .setPoints(why.points())
                .setFeatures(features(scored.assessment().features()))
                .setUp(distances(why.up()))
                .setDown(distances(why.down()))
                .setDemotionDate(
                        move.after().watch() == null
                                ? null
                                : move.after().watch().until())
                .setReasons(reasons(kind == SignalKind.DOWNGRADED ? shortOf(scored) : why))
                .setPolicy(policyRef())
                .build();
    }

    /** Who moves down is told what was missing for the tier that is lost. */
    private Explanation shortOf(Scored scored) {
        return Explanation.of(policy, scored.assessment(), scored.move().before());
    }

    private String code(Standing standing) {
        return policy.tier(standing.tier()).code();
    }

    private PolicyRef policyRef() {
        return new PolicyRef(policy.id(), policy.version());
    }

    private static Map<String, Object> features(Features features) {
        return new HashMap<>(features.byName());
    }

    private static @Nullable Watch watch(stratum.scoring.domain.@Nullable Watch watch) {
        return watch == null ? null : new Watch(watch.since(), watch.until());
    }

    private static List<Distance> distances(List<stratum.scoring.domain.Distance> distances) {
        return distances.stream()
                .map(d -> new Distance(d.what(), d.actual(), d.required(), d.missing()))
                .toList();
    }

    private static List<Reason> reasons(Explanation why) {
        return why.reasons().stream()
                .map(reason -> new Reason(reason.code(), reason.text()))
                .toList();
    }
}
