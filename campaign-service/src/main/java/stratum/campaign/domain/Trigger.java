package stratum.campaign.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The occasions that a campaign waits for: of this kind, with one of these names.
 *
 * @param schedule for {@link OccasionKind#SCHEDULE} when; its key is the only name
 */
public record Trigger(
        OccasionKind kind, Set<String> names, @Nullable Schedule schedule) {

    public Trigger {
        names = Set.copyOf(names);
    }

    /** Occasions of a kind with one of these names. */
    public static Trigger of(OccasionKind kind, Set<String> names) {
        return new Trigger(kind, names, null);
    }

    /** The walks of a schedule. */
    public static Trigger of(Schedule schedule) {
        return new Trigger(OccasionKind.SCHEDULE, Set.of(schedule.key()), schedule);
    }

    boolean waitsFor(Occasion occasion) {
        return occasion.kind() == kind && names.contains(occasion.name());
    }
}
