package stratum.lifecycle.stream;

import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Assessment;
import stratum.lifecycle.domain.Decision;
import stratum.lifecycle.domain.Lifecycle;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;
import stratum.schemas.Topics;

/** Lets {@link Lifecycle} decide on the bank's facts and announces what it decides. */
final class LifecycleDecider implements Decider<CustomerLife> {

    private final Lifecycle lifecycle;
    private final BankFacts facts;
    private final StageEvents events;

    LifecycleDecider(Lifecycle lifecycle, BankFacts facts) {
        this.lifecycle = lifecycle;
        this.facts = facts;
        this.events = new StageEvents(lifecycle.policy(), facts.baseCurrency());
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
        return announce(
                state,
                lifecycle.book(state.life(), facts.read(fact), moment.asOf(), moment.at()),
                moment,
                announcements);
    }

    @Override
    public CustomerLife review(CustomerLife state, Moment moment, Announcements announcements) {
        return announce(state, lifecycle.review(state.life(), moment.asOf(), moment.at()), moment, announcements);
    }

    @Override
    public @Nullable LocalDate due(CustomerLife state) {
        return state.life().reviewDate();
    }

    private CustomerLife announce(CustomerLife state, Decision decision, Moment moment, Announcements announcements) {
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
