package stratum.scoring.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The date by which a customer must be looked at again. Curves never fall, so the tiers that bounds of the features
 * give are bounds of the tier: while both ends of that range leave the customer where he is, no signal can arise.
 */
final class ReviewDate {

    /** Longer than any customer stays; far enough for every window to have emptied. */
    private static final int FOR_EVER = 100_000;

    private static final int[] HORIZONS = {FOR_EVER, 180, 60, 20, 7, 2, 1};

    private final TierPolicy policy;
    private final Standing standing;
    private final LocalDate today;
    private final Window window;

    private ReviewDate(TierPolicy policy, Standing standing, LocalDate today, Window window) {
        this.policy = policy;
        this.standing = standing;
        this.today = today;
        this.window = window;
    }

    /** The date; none where nothing can follow from the passing of time. */
    static @Nullable LocalDate after(LocalDate today, TierPolicy policy, Ledger ledger, Standing standing) {
        return new ReviewDate(policy, standing, today, new Window(ledger, (int) today.toEpochDay())).find();
    }

    private @Nullable LocalDate find() {
        int longest = daysUntilGraceEnds() - 1;
        for (int horizon : HORIZONS) {
            int days = Math.min(horizon, longest);
            if (days >= 1 && isQuiet(days)) {
                return days == FOR_EVER ? null : today.plusDays(days + 1L);
            }
        }
        return today.plusDays(1);
    }

    private int daysUntilGraceEnds() {
        Watch watch = standing.watch();
        return watch == null ? FOR_EVER + 1 : (int) ChronoUnit.DAYS.between(today, watch.until());
    }

    /** Whether on none of the next days a signal can arise. */
    private boolean isQuiet(int days) {
        Assessment best = policy.assess(window.most(days));
        if (best.candidate() > standing.tier()) {
            return false;
        }
        if (standing.watch() != null) {
            return best.candidate() < standing.tier();
        }
        Assessment worst = policy.assess(window.least(days));
        return worst.candidate() == standing.tier() || policy.keeps(standing.tier(), worst);
    }
}
