package stratum.scoring.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.CustomerStates;
import stratum.platform.stream.CustomerStates.Known;
import stratum.platform.web.InvalidInput;
import stratum.scoring.domain.Scoring;
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

    /** Everybody here, by customer id. */
    List<ScoreView> all() {
        return states.all().stream()
                .sorted(Comparator.comparing(Known::customerId))
                .flatMap(known -> view(known, null).stream())
                .toList();
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
        return Optional.of(ScoreView.of(
                known.customerId(), date, scoring.policy(), scoring.ifNothingHappens(kept.customer(), date)));
    }
}
