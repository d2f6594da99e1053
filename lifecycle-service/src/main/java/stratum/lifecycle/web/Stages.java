package stratum.lifecycle.web;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import stratum.lifecycle.domain.Life;
import stratum.lifecycle.domain.Lifecycle;
import stratum.lifecycle.domain.Standing;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.CustomerStates;
import stratum.platform.stream.CustomerStates.Known;

/** The stages of the customers that this instance holds, as of the bank's clock. */
@Component
final class Stages {

    private final CustomerStates states;
    private final Lifecycle lifecycle;
    private final BusinessCalendar calendar;

    Stages(CustomerStates states, Lifecycle lifecycle, StratumSettings settings) {
        this.states = states;
        this.lifecycle = lifecycle;
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
        return Optional.of(StageView.of(
                known.customerId(),
                life,
                standing,
                lifecycle.assess(life, calendar.dateOf(clock)),
                lifecycle.policy()));
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
