package stratum.customer.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is looked after.
 *
 * @param tier as of the last tier signal taken in, at {@code signalAt}; moved into at {@code movedAt}
 * @param balanceMinor as of that signal, in minor units of the base currency
 * @param stage moved into at {@code stageAt}
 * @param managerId who looks after the customer since {@code since}; none where nobody does
 * @param waitingSince set while nobody of the right role has room
 * @param dueOn the next contact, because of {@code dueReason}
 */
public record CareState(
        String customerId,
        @Nullable String tier,
        int score,
        boolean nearUpgrade,
        long balanceMinor,
        @Nullable Instant movedAt,
        @Nullable Instant signalAt,
        @Nullable String stage,
        @Nullable Instant stageAt,
        @Nullable String branch,
        @Nullable String managerId,
        @Nullable Instant since,
        @Nullable Instant waitingSince,
        @Nullable LocalDate dueOn,
        @Nullable String dueReason) {

    /** Nothing known yet. */
    public static CareState of(String customerId) {
        return new CareState(customerId, null, 0, false, 0, null, null, null, null, null, null, null, null, null, null);
    }

    /** After a tier signal; an older one than is known changes nothing. */
    public CareState signalled(Signal signal) {
        if (signalAt != null && signal.at().isBefore(signalAt)) {
            return this;
        }
        return new CareState(
                customerId,
                signal.tier(),
                signal.score(),
                !signal.moved(),
                signal.balanceMinor(),
                signal.moved() ? signal.at() : movedAt,
                signal.at(),
                stage,
                stageAt,
                branch,
                managerId,
                since,
                waitingSince,
                dueOn,
                dueReason);
    }

    /** After a move to another stage; an older one than is known changes nothing. */
    public CareState staged(String to, Instant at) {
        if (stageAt != null && at.isBefore(stageAt)) {
            return this;
        }
        return new CareState(
                customerId,
                tier,
                score,
                nearUpgrade,
                balanceMinor,
                movedAt,
                signalAt,
                to,
                at,
                branch,
                managerId,
                since,
                waitingSince,
                dueOn,
                dueReason);
    }

    /** Kept by a branch, and looked after by this manager or by nobody since a moment. */
    public CareState placed(@Nullable String inBranch, @Nullable String by, @Nullable Instant from) {
        return new CareState(
                customerId,
                tier,
                score,
                nearUpgrade,
                balanceMinor,
                movedAt,
                signalAt,
                stage,
                stageAt,
                inBranch,
                by,
                from,
                waitingSince,
                dueOn,
                dueReason);
    }

    /** On the over-capacity list since a moment, or not. */
    public CareState waiting(@Nullable Instant from) {
        return new CareState(
                customerId,
                tier,
                score,
                nearUpgrade,
                balanceMinor,
                movedAt,
                signalAt,
                stage,
                stageAt,
                branch,
                managerId,
                since,
                from,
                dueOn,
                dueReason);
    }

    /** With the next contact, or none. */
    public CareState due(ContactPlan.@Nullable Due due) {
        return new CareState(
                customerId,
                tier,
                score,
                nearUpgrade,
                balanceMinor,
                movedAt,
                signalAt,
                stage,
                stageAt,
                branch,
                managerId,
                since,
                waitingSince,
                due == null ? null : due.on(),
                due == null ? null : due.reason());
    }

    /** What scoring says, as far as assignment asks. */
    public AssignmentPolicy.@Nullable Customer customer() {
        return tier == null ? null : new AssignmentPolicy.Customer(tier, score, nearUpgrade);
    }

    /**
     * A signal of scoring.
     *
     * @param moved whether the tier changed; else little is missing for the next one
     */
    public record Signal(Instant at, boolean moved, String tier, int score, long balanceMinor) {}
}
