package stratum.campaign.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import stratum.campaign.usecase.KnownCustomers;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.CustomerStates;

/** Reads what the stream knows. */
@Component
final class StatesOfCustomers implements KnownCustomers {

    private final CustomerStates states;
    private final StratumSettings stratum;

    StatesOfCustomers(CustomerStates states, StratumSettings stratum) {
        this.states = states;
        this.stratum = stratum;
    }

    @Override
    public Stream<Known> all() {
        return states.all()
                .map(one -> new Known(CustomerReader.read(one.customerId(), one.state()), dateOf(one.clock())));
    }

    private LocalDate dateOf(@Nullable Instant clock) {
        return (clock == null ? Instant.EPOCH : clock).atZone(stratum.zone()).toLocalDate();
    }
}
