package stratum.lifecycle.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Assessment;
import stratum.lifecycle.domain.Cause;
import stratum.lifecycle.domain.Life;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.domain.Stage;
import stratum.lifecycle.domain.Standing;

/**
 * Where a customer stands, as of the bank's clock.
 *
 * @param since first date of the stage
 * @param previous the stage before
 * @param risk 0 to 100
 * @param causes the risks that are true, largest first
 * @param pAlive probability that the customer is still active; none before the first active day
 * @param dueDate before this date nothing changes without a new fact; none if nothing ever does
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
        @Nullable Double pAlive,
        @Nullable LocalDate dueDate,
        Map<String, Object> features,
        PolicyView policy) {

    /** Which policy decided. */
    record PolicyView(String id, int version) {}

    static StageView of(
            String customerId, Life life, Standing standing, Assessment assessment, LifecyclePolicy policy) {
        return new StageView(
                customerId,
                assessment.asOf(),
                standing.stage(),
                standing.since(),
                standing.previous(),
                assessment.risk().score(),
                assessment.risk().causes(),
                assessment.pAlive(),
                life.due(),
                assessment.features().named(),
                new PolicyView(policy.id(), policy.version()));
    }
}
