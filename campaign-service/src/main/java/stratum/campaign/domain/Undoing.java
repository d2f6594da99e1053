package stratum.campaign.domain;

import java.util.Map;
import java.util.Set;
import stratum.campaign.domain.Exposure.Occurrence;

/** Which fact takes the reason from an earlier one. */
final class Undoing {

    private static final Map<String, Set<String>> SIGNALS = Map.of(
            "UPGRADED", Set.of("DOWNGRADED", "WATCH_STARTED"),
            "DOWNGRADED", Set.of("UPGRADED"),
            "NEAR_UPGRADE", Set.of("UPGRADED", "DOWNGRADED"),
            "WATCH_STARTED", Set.of("WATCH_ENDED", "DOWNGRADED", "UPGRADED"),
            "WATCH_ENDED", Set.of("WATCH_STARTED"),
            "OVERRIDDEN", Set.of("OVERRIDE_ENDED"));

    private Undoing() {}

    /** Whether after the newer fact the earlier is no reason any more. */
    static boolean undoes(Occasion newer, Occurrence earlier) {
        return switch (newer.kind()) {
            case STAGE_CHANGE ->
                earlier.kind() == OccasionKind.STAGE_CHANGE && !newer.name().equals(earlier.name());
            case TIER_SIGNAL ->
                earlier.kind() == OccasionKind.TIER_SIGNAL
                        && SIGNALS.getOrDefault(earlier.name(), Set.of()).contains(newer.name());
            case TRANSACTION -> newer.reverses() != null && isReversed(newer.reverses(), earlier);
            case MILESTONE, INTERACTION, SCHEDULE, HOLDING -> false;
        };
    }

    /** A milestone bears the time of the transaction that reached it. */
    private static boolean isReversed(Occasion.Reversed original, Occurrence earlier) {
        return switch (earlier.kind()) {
            case TRANSACTION -> Fingerprint.of(original.eventId()).bits() == earlier.fingerprint();
            case MILESTONE -> original.at().equals(earlier.at());
            case TIER_SIGNAL, STAGE_CHANGE, INTERACTION, SCHEDULE, HOLDING -> false;
        };
    }
}
