package stratum.scoring.domain;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The date by which a customer must be looked at again. Curves never fall, so the assessments that bounds of the features
 * give are bounds of the assessment: while both ends of that range leave the customer where he is, nothing can follow.
 */
final class ReviewDate {

    /** Longer than any customer stays; far enough for every window to have emptied. */
    private static final int FOR_EVER = 100_000;

    private static final int[] HORIZONS = {FOR_EVER, 180, 60, 20, 7, 2, 1};

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
        return new ReviewDate(policy, standing, today, outlook).find();
    }

    private @Nullable LocalDate find() {
        int quiet = horizons().filter(this::isQuiet).findFirst().orElse(0);
        return quiet == FOR_EVER ? null : today.plusDays(quiet + 1L);
    }

    /** Days that may be quiet, longest first; none reaches the end of a grace or of a tier set by hand. */
    private IntStream horizons() {
        int longest = Math.min(daysBeforeGraceEnds(), daysBeforeOverrideEnds());
        return IntStream.concat(IntStream.of(HORIZONS), IntStream.of(daysBeforePromotions()))
                .map(days -> Math.min(days, longest))
                .filter(days -> days > 0)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue);
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
