package stratum.scoring.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.CustomerStates;
import stratum.platform.stream.CustomerStates.Known;
import stratum.platform.web.InvalidInput;
import stratum.scoring.domain.Scoring;
import stratum.scoring.domain.Standing;
import stratum.scoring.stream.Kept;

/** The scores of the customers that this instance holds, as of the clock or of a later date. */
@Component
final class Scores {

    private final CustomerStates states;
    private final Scoring scoring;
    private final BusinessCalendar calendar;

    Scores(CustomerStates states, Scoring scoring, StratumSettings settings) {
        this.states = states;
        this.scoring = scoring;
        this.calendar = new BusinessCalendar(settings.zone());
    }

    Optional<ScoreView> find(String customerId, @Nullable LocalDate asOf) {
        return states.find(customerId).flatMap(known -> view(known, asOf));
    }

    /** Everybody here whose id comes after this one, in order of customer id. */
    Stream<ScoreView> all(String after) {
        return states.all(after).flatMap(known -> view(known, null).stream());
    }

    /** Customers here by tier. */
    DistributionView distribution() {
        return states.all()
                .flatMap(known -> counted(known).stream())
                .reduce(DistributionView.nobody(scoring.policy()), DistributionView::plus);
    }

    private Optional<DistributionView> counted(Known known) {
        Standing standing = Kept.read(known.state()).customer().standing();
        return known.clock() == null || !standing.isAssigned()
                ? Optional.empty()
                : Optional.of(DistributionView.of(
                        scoring.policy().tier(standing.tier()).code(), calendar.dateOf(known.clock())));
    }

    private Optional<ScoreView> view(Known known, @Nullable LocalDate asOf) {
        if (known.clock() == null) {
            return Optional.empty();
        }
        LocalDate today = calendar.dateOf(known.clock());
        LocalDate date = asOf == null ? today : asOf;
        if (date.isBefore(today)) {
            throw new InvalidInput(
                    "asOf", "The bank's clock stands at %s; asOf may be that day or later.".formatted(today));
        }
        Kept kept = Kept.read(known.state());
        return Optional.of(
                ScoreView.of(known.customerId(), date, scoring, scoring.ifNothingHappens(kept.customer(), date)));
    }
}
