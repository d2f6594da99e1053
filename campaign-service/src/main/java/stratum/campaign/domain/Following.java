package stratum.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What facts mean for what was decided before: goals reached, and offers whose reason is gone. */
public final class Following {

    private static final String AMOUNT = "amountMinor";

    private static final Reason REASON_GONE = new Reason(
            "REASON_GONE", Map.of("en", "What the offer was made for is no longer so.", "zh-CN", "该优惠的触发原因已不再成立。"));
    private static final Reason CONSENT_GONE = new Reason(
            "CONSENT", Map.of("en", "You no longer wish to be contacted in this way.", "zh-CN", "您已不再同意通过此渠道接收此类信息。"));

    private final Campaigns campaigns;

    /** Follows what these campaigns decided. */
    public Following(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** The goals that a fact reaches. */
    public List<ReachedGoal> goals(Customer customer, Occasion fact, LocalDate today) {
        List<ReachedGoal> reached = new ArrayList<>();
        for (Exposure exposure : customer.history().exposures()) {
            if (exposure.seeksGoal(fact.at()) && isGoal(exposure, fact, customer, today)) {
                reached.add(
                        new ReachedGoal(exposure, fact, fact.facts().get(AMOUNT) instanceof Long amount ? amount : 0));
            }
        }
        return reached;
    }

    private boolean isGoal(Exposure exposure, Occasion fact, Customer customer, LocalDate today) {
        Goal goal = campaigns
                .version(exposure.campaignId(), exposure.version())
                .map(Campaign::goal)
                .orElse(null);
        return goal != null && goal.isAbout(fact) && holds(goal.condition(), Subject.of(customer, fact, today));
    }

    private static boolean holds(Condition condition, Subject subject) {
        try {
            return condition.holds(subject);
        } catch (Condition.Undecidable e) {
            return false;
        }
    }

    /** The offers, not delivered yet, whose reason a fact takes away. */
    public List<Withdrawal> undone(Customer customer, Occasion fact, Instant now) {
        return customer.history().exposures().stream()
                .filter(one -> one.isWithdrawable(now))
                .filter(one -> Undoing.undoes(fact, one.occasion()))
                .map(one -> new Withdrawal(one, REASON_GONE))
                .toList();
    }

    /** The offers, not delivered yet, on channels that the customer no longer allows. */
    public List<Withdrawal> unwanted(Customer customer, Instant now) {
        return customer.history().exposures().stream()
                .filter(one -> one.isWithdrawable(now))
                .filter(one -> !customer.consents().allow(one.channel(), one.purpose()))
                .map(one -> new Withdrawal(one, CONSENT_GONE))
                .toList();
    }

    /** The occasions, still waiting, that a fact undoes. */
    public List<Waiting> undoneWaiting(Customer customer, Occasion fact) {
        return customer.history().waiting().stream()
                .filter(one -> Undoing.undoes(fact, Exposure.Occurrence.of(one.occasion())))
                .toList();
    }

    /** Remembers a goal. */
    public Customer remember(Customer customer, ReachedGoal goal) {
        return customer.with(history -> history.with(
                goal.exposure(), Exposure.Happened.GOAL_REACHED, goal.fact().at()));
    }

    /** Remembers that an offer was called back. */
    public Customer remember(Customer customer, Withdrawal withdrawal, Instant now) {
        return customer.with(history -> history.with(withdrawal.offer(), Exposure.Happened.WITHDRAWN, now));
    }
}
