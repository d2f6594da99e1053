package stratum.scoring.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a customer moves between tiers: up when the policy promotes, down only after a watch (domain definition, section 4).
 * Deciding again on the same date, with nothing new, changes nothing and announces nothing.
 */
final class TierRules {

    private final TierPolicy policy;
    private final Assessment assessment;
    private final LocalDate date;
    private final List<Signal> signals = new ArrayList<>();
    private Standing standing;

    /**
     * What was decided.
     *
     * @param standing where the customer stands after it
     * @param signals what is announced, in this order
     */
    record Decision(Standing standing, List<Signal> signals) {}

    private TierRules(TierPolicy policy, Standing standing, Assessment assessment, LocalDate date) {
        this.policy = policy;
        this.standing = standing;
        this.assessment = assessment;
        this.date = date;
    }

    /** Of a customer with what the customer file says is set by hand. */
    static Decision decide(TierPolicy policy, Customer customer, Assessment assessment, LocalDate date) {
        TierRules rules = new TierRules(policy, customer.standing(), assessment, date);
        return rules.decide(customer.profile().override());
    }

    /** Where nothing else is set by hand than was. */
    static Decision decide(TierPolicy policy, Standing standing, Assessment assessment, LocalDate date) {
        return new TierRules(policy, standing, assessment, date).decide(standing.override());
    }

    private Decision decide(@Nullable TierOverride told) {
        moveBeneath(inForce(told));
        if (standing.override() == null) {
            approach();
        }
        return decision();
    }

    /** As this policy calls it; none where it is over, or the policy has no such tier. */
    private @Nullable TierOverride inForce(@Nullable TierOverride told) {
        return told == null || told.isOver(date) ? null : named(told).orElse(null);
    }

    private Optional<TierOverride> named(TierOverride override) {
        return policy.nameOf(override.tier()).map(override::renamed);
    }

    private Decision decision() {
        return new Decision(standing, List.copyOf(signals));
    }

    /** Beneath a tier set by hand the rules go on, unannounced; what they came to is seen when it ends. */
    private void moveBeneath(@Nullable TierOverride override) {
        Standing before = standing;
        move();
        if (before.isAssigned() && (override != null || before.override() != null)) {
            signals.clear();
            cover(before, override);
        } else if (override != null) {
            cover(standing, override);
        }
    }

    private void cover(Standing before, @Nullable TierOverride override) {
        TierOverride covering = before.override();
        if (override == null) {
            announce(SignalKind.OVERRIDE_ENDED, before, standing.overridden(null));
        } else if (!override.equals(covering)) {
            boolean renamed =
                    covering != null && named(covering).filter(override::equals).isPresent();
            announce(renamed ? SignalKind.ASSIGNED : SignalKind.OVERRIDDEN, before, standing.overridden(override));
        }
    }

    private void move() {
        if (!standing.isAssigned()) {
            announce(SignalKind.ASSIGNED, standing.moved(candidate()));
            return;
        }
        adopt(standing.requireEarned());
        int held = policy.placeOf(standing.requireEarned());
        if (assessment.candidate() > held && policy.promotion().isOn(date)) {
            announce(SignalKind.UPGRADED, standing.moved(candidate()));
        } else if (standing.earnedWatch() != null) {
            watched(held);
        } else if (assessment.candidate() < held && !keeps(held)) {
            Watch watch = new Watch(date, policy.tier(held).grace().endsOn(date));
            announce(SignalKind.WATCH_STARTED, standing.watched(watch));
        }
    }

    /** Where the policy no longer has the tier, its successor takes the customer over; without one, the candidate. */
    private void adopt(String tier) {
        if (!policy.has(tier)) {
            announce(
                    SignalKind.ASSIGNED,
                    policy.nameOf(tier).map(standing::renamed).orElseGet(() -> standing.moved(candidate())));
        }
    }

    private boolean keeps(int held) {
        return policy.tier(held).keeps(assessment.features(), assessment.score());
    }

    private void watched(int held) {
        if (assessment.candidate() >= held) {
            announce(SignalKind.WATCH_ENDED, standing.recovered());
        } else if (standing.graceIsOver(date)) {
            announce(SignalKind.DOWNGRADED, standing.moved(candidate()));
        }
    }

    private void approach() {
        int held = policy.placeOf(standing.requireEarned());
        if (policy.isTop(held)) {
            return;
        }
        Tier above = policy.tier(held + 1);
        if (standing.near() && NearUpgrade.isFar(above, assessment)) {
            standing = standing.near(false);
        } else if (isSafe(held) && !standing.near() && NearUpgrade.isNear(above, assessment)) {
            announce(SignalKind.NEAR_UPGRADE, standing.near(true));
        }
    }

    private boolean isSafe(int held) {
        return assessment.candidate() >= held && standing.earnedWatch() == null;
    }

    private String candidate() {
        return policy.tier(assessment.candidate()).code();
    }

    private void announce(SignalKind kind, Standing after) {
        announce(kind, standing, after);
    }

    private void announce(SignalKind kind, Standing before, Standing after) {
        signals.add(new Signal(kind, before, after));
        standing = after;
    }
}
