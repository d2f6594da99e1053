package stratum.scoring.domain;

import java.time.LocalDate;

/** How a customer moves between tiers: up at once, down only after a watch (domain definition, section 4). */
final class TierRules {

    private TierRules() {}

    static Move decide(TierPolicy policy, Standing standing, Assessment assessment, LocalDate date) {
        int candidate = assessment.candidate();
        if (!standing.isAssigned()) {
            return move(standing, Standing.holding(candidate), SignalKind.ASSIGNED);
        }
        if (candidate > standing.tier()) {
            return move(standing, Standing.holding(candidate), SignalKind.UPGRADED);
        }
        return standing.watch() == null
                ? unwatched(policy, standing, assessment, date)
                : watched(standing, candidate, date);
    }

    private static Move unwatched(TierPolicy policy, Standing standing, Assessment assessment, LocalDate date) {
        boolean keeps = assessment.candidate() == standing.tier() || policy.keeps(standing.tier(), assessment);
        return keeps
                ? Move.stay(standing)
                : move(standing, standing.watched(date, policy.graceDays()), SignalKind.WATCH_STARTED);
    }

    private static Move watched(Standing standing, int candidate, LocalDate date) {
        if (candidate == standing.tier()) {
            return move(standing, Standing.holding(candidate), SignalKind.WATCH_ENDED);
        }
        return standing.graceIsOver(date)
                ? move(standing, Standing.holding(candidate), SignalKind.DOWNGRADED)
                : Move.stay(standing);
    }

    private static Move move(Standing before, Standing after, SignalKind signal) {
        return new Move(before, after, signal);
    }
}
