package stratum.scoring.web;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.CustomerStates;
import stratum.platform.stream.CustomerStates.Known;
import stratum.platform.web.InvalidInput;
import stratum.schemas.FactRules;
import stratum.scoring.domain.Customer;
import stratum.scoring.domain.Standing;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.stream.Kept;
import stratum.scoring.stream.ScoringDecider;
import stratum.scoring.stream.ScoringDecider.Prospect;
import stratum.scoring.usecase.ShippedPolicies;

/** The scores of the customers that this instance holds, as of the clock or of a later date. */
@Component
final class Scores {

    private static final LocalDate NOT_BELIEVED = LocalDate.ofInstant(FactRules.LATEST, ZoneOffset.UTC);

    private final CustomerStates states;
    private final TierPolicy shipped;
    private final BusinessCalendar calendar;

    Scores(CustomerStates states, StratumSettings settings) {
        this.states = states;
        this.shipped = ShippedPolicies.rolling(settings.baseCurrency());
        this.calendar = new BusinessCalendar(settings.zone());
    }

    Optional<ScoreView> find(String customerId, @Nullable LocalDate asOf) {
        return states.find(customerId).flatMap(known -> view(known, asOf));
    }

    /** Everybody here whose id comes after this one, in order of customer id. */
    Stream<ScoreView> all(String after) {
        return states.all(after).flatMap(known -> view(known, null).stream());
    }

    /** Customers here by tier, the tiers of the policy in force first. */
    DistributionView distribution() {
        TierPolicy inForce = states.all()
                .filter(known -> known.clock() != null)
                .findFirst()
                .map(known -> decider(known).at(requireNonNull(known.clock())).policy())
                .orElse(shipped);
        return states.all()
                .flatMap(known -> counted(known).stream())
                .reduce(DistributionView.nobody(inForce), DistributionView::plus);
    }

    private Optional<DistributionView> counted(Known known) {
        Standing standing = Kept.read(known.state()).customer().standing();
        return known.clock() == null || !standing.isAssigned()
                ? Optional.empty()
                : Optional.of(DistributionView.of(standing.tier(), calendar.dateOf(known.clock())));
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
        if (!date.isBefore(NOT_BELIEVED)) {
            throw new InvalidInput("asOf", "It is before %s.".formatted(NOT_BELIEVED));
        }
        Customer customer = Kept.read(known.state()).customer();
        Prospect prospect = decider(known).ifNothingHappens(customer, known.clock(), date, calendar);
        return Optional.of(ScoreView.of(known.customerId(), date, prospect));
    }

    private static ScoringDecider decider(Known known) {
        return (ScoringDecider) known.decider();
    }
}
