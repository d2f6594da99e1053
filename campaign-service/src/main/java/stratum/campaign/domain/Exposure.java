package stratum.campaign.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer met a campaign: got its offer, or would have got it and was left alone to compare with. Kept as it was at
 * that moment, so that a later change of shares or of the campaign leaves it as it was.
 *
 * @param id of the offer made, or of the one that would have been
 * @param isControl whether the customer was left alone
 * @param propensity expected probability of accepting, when it was decided
 * @param occasion the fact that gave the occasion
 * @param about the tier that a tier signal was about
 * @param goalUntil until when the goal counts; none where the campaign has none
 * @param happened what became of it so far
 */
public record Exposure(
        String id,
        String campaignId,
        int version,
        String variant,
        boolean isControl,
        Channel channel,
        Purpose purpose,
        Instant at,
        Instant validUntil,
        double propensity,
        @Nullable String tier,
        @Nullable String stage,
        Occurrence occasion,
        @Nullable Instant goalUntil,
        Set<Happened> happened) {

    /** What can become of an offer. New ones are added at the end: the customer's state keeps their places. */
    public enum Happened {
        DELIVERED,
        OPENED,
        CLICKED,
        ACCEPTED,
        DECLINED,
        UNSUBSCRIBED,
        FAILED,
        WITHDRAWN,
        GOAL_REACHED
    }

    /** What is remembered of an occasion: enough to know its undoing. */
    public record Occurrence(OccasionKind kind, String name, long fingerprint, Instant at) {
        static Occurrence of(Occasion occasion) {
            return new Occurrence(occasion.kind(), occasion.name(), occasion.fingerprint(), occasion.at());
        }
    }

    public Exposure {
        happened = Set.copyOf(happened);
    }

    /** Something became of it; the same again changes nothing. */
    Exposure with(Happened what) {
        EnumSet<Happened> more = EnumSet.of(what);
        more.addAll(happened);
        return new Exposure(
                id,
                campaignId,
                version,
                variant,
                isControl,
                channel,
                purpose,
                at,
                validUntil,
                propensity,
                tier,
                stage,
                occasion,
                goalUntil,
                more);
    }

    /** Whether it could still be called back: nobody has heard of it, and it stands. */
    boolean isWithdrawable(Instant now) {
        return !isControl
                && happened.stream().allMatch(what -> what == Happened.GOAL_REACHED)
                && validUntil.isAfter(now);
    }

    boolean seeksGoal(Instant factAt) {
        return goalUntil != null
                && !happened.contains(Happened.GOAL_REACHED)
                && !factAt.isBefore(at)
                && !factAt.isAfter(goalUntil);
    }

    /** When nothing can become of it any more. */
    Instant over() {
        return goalUntil != null && goalUntil.isAfter(validUntil) ? goalUntil : validUntil;
    }
}
