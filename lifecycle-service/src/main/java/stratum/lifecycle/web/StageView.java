package stratum.lifecycle.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Assessment;
import stratum.lifecycle.domain.Cause;
import stratum.lifecycle.domain.Life;
import stratum.lifecycle.domain.Lifecycle;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.domain.Outlook;
import stratum.lifecycle.domain.Stage;
import stratum.lifecycle.domain.Standing;

/**
 * Where a customer stands, as of the bank's clock.
 *
 * @param since first date of the stage
 * @param previous the stage before
 * @param risk 0 to 100
 * @param causes the risks that are true, largest first
 * @param reasons the same in words
 * @param weights what each of them adds to the risk by the policy
 * @param home of a customer at risk, the stage it came from
 * @param calmSince of a customer at risk, since when its risk has been under the exit threshold
 * @param pAlive probability that the customer is still active; none before the first active day
 * @param dueDate before this date nothing changes without a new fact; none if nothing ever does
 * @param expectedTransactions active days to be expected within so many days
 * @param value what the customer is worth
 * @param features the features used
 */
record StageView(
        String customerId,
        LocalDate asOf,
        Stage stage,
        LocalDate since,
        @Nullable Stage previous,
        int risk,
        List<Cause> causes,
        List<ReasonView> reasons,
        Map<Cause, Integer> weights,
        @Nullable Stage home,
        @Nullable LocalDate calmSince,
        @Nullable Double pAlive,
        @Nullable Map<Integer, Double> expectedTransactions,
        @Nullable ValueView value,
        @Nullable LocalDate dueDate,
        Map<String, Object> features,
        PolicyView policy) {

    /** Which policy decided. */
    record PolicyView(String id, int version) {}

    /** What an active day moves, and what the bank will earn by the customer, in minor units of the base currency. */
    record ValueView(long perActiveDay, long lifetime) {}

    static StageView of(String customerId, Life life, Standing standing, LocalDate asOf, Lifecycle lifecycle) {
        Assessment assessment = lifecycle.assess(life, asOf);
        Outlook outlook = lifecycle.outlook(life, asOf);
        LifecyclePolicy policy = lifecycle.policy();
        return new StageView(
                customerId,
                assessment.asOf(),
                standing.stage(),
                standing.since(),
                standing.previous(),
                assessment.risk().score(),
                assessment.risk().causes(),
                ReasonView.of(assessment.risk().causes()),
                weights(assessment.risk().causes(), policy),
                standing.home(),
                standing.calmSince(),
                assessment.pAlive(),
                outlook == null ? null : new TreeMap<>(outlook.activeDays()),
                outlook == null ? null : new ValueView(outlook.dayValue(), outlook.lifetimeValue()),
                life.due(),
                assessment.features().named(),
                new PolicyView(policy.id(), policy.version()));
    }

    private static Map<Cause, Integer> weights(List<Cause> causes, LifecyclePolicy policy) {
        Map<Cause, Integer> weights = new LinkedHashMap<>();
        causes.forEach(cause -> weights.put(cause, policy.weights().getOrDefault(cause, 0)));
        return weights;
    }
}
