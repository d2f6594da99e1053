package stratum.campaign.stream;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.Reason;
import stratum.campaign.domain.Words;
import stratum.events.StageChanged;
import stratum.events.TierSignalled;

/** Facts that may lead to an offer. */
final class Occasions {

    private final Words words;

    Occasions(Words words) {
        this.words = words;
    }

    Occasion of(TierSignalled signal) {
        String name = signal.getKind().name();
        return new Occasion(
                OccasionKind.TIER_SIGNAL,
                signal.getSignalId(),
                name,
                signal.getOccurredAt(),
                Map.of(
                        "kind",
                        OccasionKind.TIER_SIGNAL.name(),
                        "name",
                        name,
                        "fromTier",
                        signal.getFromTier() == null ? "" : signal.getFromTier(),
                        "tier",
                        signal.getTier(),
                        "candidate",
                        signal.getCandidate(),
                        "score",
                        (long) signal.getScore()),
                signal.getFeatures(),
                List.of(name + ":" + signal.getTier(), name),
                signal.getReasons().stream()
                        .map(reason -> new Reason(reason.getCode(), reason.getText()))
                        .toList());
    }

    Occasion of(StageChanged transition) {
        String name = transition.getTo().name();
        List<String> causes = transition.getCauses().stream().map(Enum::name).toList();
        return new Occasion(
                OccasionKind.STAGE_CHANGE,
                transition.getTransitionId(),
                name,
                transition.getOccurredAt(),
                Map.of(
                        "kind",
                        OccasionKind.STAGE_CHANGE.name(),
                        "name",
                        name,
                        "from",
                        transition.getFrom() == null ? "" : transition.getFrom().name(),
                        "to",
                        name,
                        "causes",
                        causes,
                        "risk",
                        (long) transition.getRisk()),
                transition.getFeatures(),
                Stream.concat(causes.stream(), Stream.of(name)).toList(),
                causes.stream().map(words::cause).toList());
    }
}
