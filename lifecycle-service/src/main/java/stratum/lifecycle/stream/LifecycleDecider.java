package stratum.lifecycle.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.FxRateSet;
import stratum.events.PolicyPublished;
import stratum.lifecycle.domain.Assessment;
import stratum.lifecycle.domain.Decision;
import stratum.lifecycle.domain.Lifecycle;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.domain.Policies;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.policy.PublishedPolicies;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;
import stratum.schemas.Topics;

/** Lets {@link Lifecycle} decide on the bank's facts and announces what it decides. */
public final class LifecycleDecider implements Decider<CustomerLife> {

    private final BankFacts facts;
    private final PublishedPolicies<LifecyclePolicy> published;
    private final Policies shipped;
    private final Policies policies;

    private LifecycleDecider(
            BankFacts facts, PublishedPolicies<LifecyclePolicy> published, Policies shipped, Policies policies) {
        this.facts = facts;
        this.published = published;
        this.shipped = shipped;
        this.policies = policies;
    }

    /** By the policy that is shipped, until another is published; with no exchange rates, until some are. */
    static LifecycleDecider shipped(LifecyclePolicy policy, BankFacts facts) {
        Policies only = new Policies(List.of(policy));
        return new LifecycleDecider(facts, new PublishedPolicies<>(PolicyReading::read), only, only);
    }

    @Override
    public LifecycleDecider knowing(List<SpecificRecord> reference) {
        List<LifecyclePolicy> announced = published.read(only(PolicyPublished.class, reference));
        return new LifecycleDecider(
                facts.at(only(FxRateSet.class, reference)), published, shipped, shipped.with(announced));
    }

    private static <T extends SpecificRecord> List<T> only(Class<T> type, List<SpecificRecord> reference) {
        return reference.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public Rule ruleAt(Instant time) {
        LifecyclePolicy ruling = policies.at(time);
        return new Rule("%s version %d".formatted(ruling.id(), ruling.version()), ruling.effectiveFrom());
    }

    /** The rules in force at a moment. */
    public Lifecycle at(Instant moment) {
        return new Lifecycle(policies.at(moment));
    }

    @Override
    public CustomerLife read(String customerId, byte @Nullable [] bytes) {
        return CustomerLife.read(customerId, bytes);
    }

    @Override
    public byte[] write(CustomerLife state) {
        return state.life().toBytes();
    }

    @Override
    public CustomerLife book(CustomerLife state, SpecificRecord fact, Moment moment, Announcements announcements) {
        Lifecycle lifecycle = at(moment.at());
        Decision decision = lifecycle.book(state.life(), facts.read(fact), moment.asOf(), moment.at());
        return announce(state, decision, eventsBy(lifecycle), moment, announcements);
    }

    @Override
    public CustomerLife review(CustomerLife state, Moment moment, Announcements announcements) {
        Lifecycle lifecycle = at(moment.at());
        Decision decision = lifecycle.review(state.life(), moment.asOf(), moment.at());
        return announce(state, decision, eventsBy(lifecycle), moment, announcements);
    }

    @Override
    public @Nullable LocalDate due(CustomerLife state) {
        return state.life().reviewDate();
    }

    private StageEvents eventsBy(Lifecycle lifecycle) {
        return new StageEvents(lifecycle.policy(), facts.baseCurrency());
    }

    private static CustomerLife announce(
            CustomerLife state, Decision decision, StageEvents events, Moment moment, Announcements announcements) {
        decision.transitions()
                .forEach(transition -> announcements.announce(
                        Topics.TRANSITIONS, events.stageChanged(state.customerId(), transition, moment)));
        decision.milestones()
                .forEach(milestone -> announcements.announce(
                        Topics.MILESTONES, events.milestone(state.customerId(), milestone, moment)));
        CustomerLife after = new CustomerLife(state.customerId(), decision.life());
        Assessment news = decision.news();
        if (news != null) {
            announcements.announce(Topics.STAGES, events.staged(after, news, moment));
        }
        return after;
    }
}
