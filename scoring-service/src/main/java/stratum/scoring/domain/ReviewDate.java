package stratum.scoring.domain;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The date by which a customer must be looked at again. Curves never fall, so the assessments that bounds of the features
 * give are bounds of the assessment: while both ends of that range leave the customer where he is, nothing can follow.
 */
final class ReviewDate {

    /** Longer than any customer stays; far enough for every window to have emptied. */
    private static final int FOR_EVER = 100_000;

    /** Days that are tried, longest first, where nothing has happened. */
    private static final int[] FAR = {FOR_EVER, 180, 60, 20, 7, 2, 1};

    /**
     * And where a fact has just come: who did something will mostly do something more before long, and then a far date
     * was looked for in vain. Who does not is looked at once more, and then has his far date.
     */
    private static final int[] NEAR = {20, 7, 2, 1};

    private final TierPolicy policy;
    private final Standing standing;
    private final LocalDate today;
    private final Outlook outlook;
    private final int held;

    private ReviewDate(TierPolicy policy, Standing standing, LocalDate today, Outlook outlook) {
        this.policy = policy;
        this.standing = standing;
        this.today = today;
        this.outlook = outlook;
        this.held = policy.placeOf(standing.requireEarned());
    }

    /** The date; none where nothing can follow from the passing of time. */
    static @Nullable LocalDate after(LocalDate today, TierPolicy policy, Standing standing, Outlook outlook) {
        return new ReviewDate(policy, standing, today, outlook).find(FAR);
    }

    /** A date that is found sooner, and may be nearer than it need be: where a fact has just come. */
    static LocalDate afterFact(LocalDate today, TierPolicy policy, Standing standing, Outlook outlook) {
        return requireNonNull(new ReviewDate(policy, standing, today, outlook).find(NEAR));
    }

    private @Nullable LocalDate find(int[] horizons) {
        int longest = Math.min(daysBeforeGraceEnds(), daysBeforeOverrideEnds());
        int tried = 0;
        for (int horizon : withPromotions(horizons)) {
            int days = Math.min(horizon, longest);
            if (days > 0 && days != tried && isQuiet(days)) {
                return days == FOR_EVER ? null : today.plusDays(days + 1L);
            }
            tried = days;
        }
        return today.plusDays(1);
    }

    /** The days before the next promotions are worth a try too, if they are fewer than the most. */
    private int[] withPromotions(int[] horizons) {
        int before = daysBeforePromotions();
        int[] all = Arrays.copyOf(horizons, horizons.length + 1);
        int place = horizons.length;
        for (; place > 0 && all[place - 1] < before; place--) {
            all[place] = all[place - 1];
        }
        all[place] = Math.min(before, horizons[0]);
        return all;
    }

    private int daysBeforeGraceEnds() {
        Watch watch = standing.earnedWatch();
        return watch == null ? FOR_EVER : daysBefore(watch.until());
    }

    private int daysBeforeOverrideEnds() {
        TierOverride override = standing.override();
        return override == null ? FOR_EVER : daysBefore(override.until());
    }

    private int daysBeforePromotions() {
        return daysBefore(policy.promotion().nextAfter(today));
    }

    private int daysBefore(LocalDate date) {
        return (int) Math.min(FOR_EVER, DAYS.between(today, date) - 1);
    }

    /** Whether nothing can follow on any of the next days. */
    private boolean isQuiet(int days) {
        Assessment best = policy.assess(outlook.most(days));
        if (best.candidate() > held && days > daysBeforePromotions()) {
            return false;
        }
        if (standing.earnedWatch() != null) {
            return best.candidate() < held;
        }
        Assessment worst = policy.assess(outlook.least(days));
        return keepsItsTier(worst) && approachesNothing(worst, best);
    }

    private boolean keepsItsTier(Assessment worst) {
        return worst.candidate() >= held || policy.tier(held).keeps(worst.features(), worst.score());
    }

    private boolean approachesNothing(Assessment worst, Assessment best) {
        if (standing.override() != null || policy.isTop(held)) {
            return true;
        }
        Tier above = policy.tier(held + 1);
        return standing.near() ? !NearUpgrade.isFar(above, worst) : !NearUpgrade.mayBeNear(above, worst, best);
    }
}
