package stratum.scoring.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.events.Distance;
import stratum.events.PolicyRef;
import stratum.events.Reason;
import stratum.events.SignalKind;
import stratum.events.TierSignalled;
import stratum.events.Watch;
import stratum.platform.stream.Moment;
import stratum.scoring.domain.Explanation;
import stratum.scoring.domain.Groups;
import stratum.scoring.domain.Scoring;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.Signal;
import stratum.scoring.domain.Standing;
import stratum.scoring.domain.TierPolicy;

/** Writes what was decided as the events of the catalogue. */
final class EventWriter {

    private final Scoring scoring;
    private final TierPolicy policy;

    EventWriter(Scoring scoring) {
        this.scoring = scoring;
        this.policy = scoring.policy();
    }

    stratum.events.Scored scored(String customerId, Scored scored, Moment moment) {
        Groups groups = scoring.groups(scored, moment.asOf());
        // Of all events the one that is written most; the constructor spares what a builder copies and checks.
        return new stratum.events.Scored(
                customerId,
                moment.at(),
                moment.asOf(),
                scored.assessment().features().counted(),
                scored.assessment().score(),
                scored.customer().standing().tier(),
                policy.tier(scored.assessment().candidate()).code(),
                watch(scored.customer().standing().watch()),
                groups.needs(),
                groups.behaviour(),
                groups.customerGroup(),
                scored.customer().reviewDate(),
                policyRef());
    }

    TierSignalled signal(String customerId, Signal signal, Scored scored, Moment moment) {
        SignalKind kind = SignalKind.valueOf(signal.kind().name());
        Standing before = signal.before();
        Standing after = signal.after();
        Explanation why = Explanation.of(policy, scored.assessment(), signal);
        return TierSignalled.newBuilder()
                .setSignalId("%s-%d-%s-%s".formatted(customerId, moment.at().toEpochMilli(), kind, moment.cause()))
                .setCustomerId(customerId)
                .setOccurredAt(moment.at())
                .setAsOf(moment.asOf())
                .setKind(kind)
                .setFromTier(before.isAssigned() ? before.tier() : null)
                .setTier(after.tier())
                .setCandidate(policy.tier(scored.assessment().candidate()).code())
                .setScore(scored.assessment().score())
                .setPoints(why.points())
                .setFeatures(scored.assessment().features().counted())
                .setUp(distances(why.up()))
                .setDown(distances(why.down()))
                .setDemotionDate(after.watch() == null ? null : after.watch().until())
                .setReviewDate(scored.customer().reviewDate())
                .setReasons(reasons(why))
                .setPolicy(policyRef())
                .build();
    }

    private PolicyRef policyRef() {
        return new PolicyRef(policy.id(), policy.version());
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
