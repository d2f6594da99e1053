package stratum.lifecycle.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import stratum.lifecycle.domain.Life;
import stratum.lifecycle.domain.Lifecycle;
import stratum.lifecycle.domain.LifecyclePolicy;
import stratum.lifecycle.domain.Rhythm;
import stratum.lifecycle.domain.Stage;
import stratum.lifecycle.domain.Standing;
import stratum.lifecycle.stream.LifecycleDecider;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.CustomerStates;
import stratum.platform.stream.CustomerStates.Known;

/** The stages of the customers that this instance holds, as of the bank's clock. */
@Component
final class Stages {

    private final CustomerStates states;
    private final BusinessCalendar calendar;

    Stages(CustomerStates states, StratumSettings settings) {
        this.states = states;
        this.calendar = new BusinessCalendar(settings.zone());
    }

    /** Empty for one who is not known here or not in any stage. */
    Optional<StageView> find(String customerId) {
        return states.find(customerId).flatMap(this::view);
    }

    private Optional<StageView> view(Known known) {
        Life life = Life.fromBytes(known.state());
        Standing standing = life.standing();
        Instant clock = known.clock();
        if (standing == null || clock == null) {
            return Optional.empty();
        }
        return Optional.of(
                StageView.of(known.customerId(), life, standing, calendar.dateOf(clock), lifecycle(known, clock)));
    }

    private static Lifecycle lifecycle(Known known, Instant at) {
        return ((LifecycleDecider) known.decider()).at(at);
    }

    /**
     * The policy in force.
     *
     * @param nextDay the moment at which the next business day begins
     */
    record Ruling(LifecyclePolicy policy, Instant nextDay) {}

    /** As far as this instance's clocks have come; empty before the first tick, or where it holds nobody's state. */
    Optional<Ruling> ruling() {
        return states.furthest()
                .map(reached -> new Ruling(
                        ((LifecycleDecider) reached.decider())
                                .at(reached.clock())
                                .policy(),
                        calendar.dateOf(reached.clock())
                                .plusDays(1)
                                .atStartOfDay(calendar.zone())
                                .toInstant()));
    }

    /** Steps of the customers here on the days from the first to the last, both included. */
    FlowsView flows(LocalDate first, LocalDate last) {
        return states.all()
                .flatMap(known -> Life.fromBytes(known.state()).journey().steps().stream())
                .filter(step -> step.isBetween(first, last))
                .map(step -> FlowsView.of(first, last, step.from(), step.to()))
                .reduce(FlowsView.none(first, last), FlowsView::plus);
    }

    /** Who became at risk on those days, in order of date and customer. */
    Stream<AtRiskView> atRisk(LocalDate first, LocalDate last) {
        return states.all()
                .flatMap(known -> Life.fromBytes(known.state()).journey().steps().stream()
                        .filter(step -> step.to() == Stage.AT_RISK && step.isBetween(first, last))
                        .map(step -> AtRiskView.of(known.customerId(), step)))
                .sorted(AtRiskView.ORDER);
    }

    /** The rhythms of the customers here. */
    Stream<Rhythm> rhythms() {
        return states.all().flatMap(known -> rhythm(known).stream());
    }

    private Optional<Rhythm> rhythm(Known known) {
        Instant clock = known.clock();
        return clock == null
                ? Optional.empty()
                : Optional.ofNullable(Life.fromBytes(known.state()).rhythm(calendar.dateOf(clock)));
    }

    DistributionView distribution() {
        return states.all()
                .flatMap(known -> counted(known).stream())
                .reduce(DistributionView.nobody(), DistributionView::plus);
    }

    private Optional<DistributionView> counted(Known known) {
        Standing standing = Life.fromBytes(known.state()).standing();
        Instant clock = known.clock();
        return standing == null || clock == null
                ? Optional.empty()
                : Optional.of(DistributionView.of(standing.stage(), calendar.dateOf(clock)));
    }
}
