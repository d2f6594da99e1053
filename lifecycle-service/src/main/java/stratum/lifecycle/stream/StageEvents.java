package stratum.lifecycle.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.events.MilestoneReached;
import stratum.events.Money;
import stratum.events.PolicyRef;
import stratum.events.Reason;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.lifecycle.domain.Assessment;
import stratum.lifecycle.domain.Cause;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.domain.Milestone;
import stratum.lifecycle.domain.MilestoneKind;
import stratum.lifecycle.domain.Stage;
import stratum.lifecycle.domain.Standing;
import stratum.lifecycle.domain.Transition;
import stratum.platform.stream.Moment;

/** Stages, transitions and milestones as they are announced. */
record StageEvents(LifecyclePolicy policy, String currency) {

    StageChanged stageChanged(String customerId, Transition transition, Moment moment) {
        Stage to = transition.to().stage();
        Assessment assessment = transition.assessment();
        return StageChanged.newBuilder()
                .setTransitionId(customerId + "-" + moment.at().toEpochMilli() + "-" + to + "-" + moment.cause())
                .setCustomerId(customerId)
                .setOccurredAt(moment.at())
                .setAsOf(moment.asOf())
                .setFrom(stage(transition.from()))
                .setTo(requireNonNull(stage(to)))
                .setCauses(causes(transition.causes()))
                .setReasons(reasons(transition.causes()))
                .setRisk(assessment.risk().score())
                .setPAlive(assessment.pAlive())
                .setFeatures(assessment.features().named())
                .setPolicy(policyRef())
                .build();
    }

    Staged staged(CustomerLife customer, Assessment assessment, Moment moment) {
        Standing standing = requireNonNull(customer.life().standing());
        return Staged.newBuilder()
                .setCustomerId(customer.customerId())
                .setOccurredAt(moment.at())
                .setAsOf(moment.asOf())
                .setStage(requireNonNull(stage(standing.stage())))
                .setSince(standing.since())
                .setPrevious(stage(standing.previous()))
                .setRisk(assessment.risk().score())
                .setCauses(causes(assessment.risk().causes()))
                .setPAlive(assessment.pAlive())
                .setDueDate(customer.life().due())
                .setFeatures(assessment.features().named())
                .setPolicy(policyRef())
                .build();
    }

    MilestoneReached milestone(String customerId, Milestone milestone, Moment moment) {
        String id = customerId + "-" + milestone.kind() + "-" + milestone.date();
        String about = milestone.kind() == MilestoneKind.WEALTH_MATURING ? milestone.reference() : milestone.fact();
        Long amount = milestone.amount();
        return MilestoneReached.newBuilder()
                .setMilestoneId(about == null ? id : id + "-" + about)
                .setCustomerId(customerId)
                .setOccurredAt(moment.at())
                .setAsOf(moment.asOf())
                .setKind(stratum.events.MilestoneKind.valueOf(milestone.kind().name()))
                .setAmount(amount == null ? null : new Money(amount, currency))
                .setReference(milestone.reference())
                .build();
    }

    private PolicyRef policyRef() {
        return new PolicyRef(policy.id(), policy.version());
    }

    private static stratum.events.@Nullable Stage stage(@Nullable Stage stage) {
        return stage == null ? null : stratum.events.Stage.valueOf(stage.name());
    }

    private static List<Reason> reasons(List<Cause> causes) {
        return causes.stream()
                .map(cause -> new Reason(cause.name(), cause.words()))
                .toList();
    }

    private static List<stratum.events.Cause> causes(List<Cause> causes) {
        return causes.stream()
                .map(cause -> stratum.events.Cause.valueOf(cause.name()))
                .toList();
    }
}
