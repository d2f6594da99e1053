package stratum.customer.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.customer.domain.CarePolicy;
import stratum.customer.domain.ContactPolicy.Familiarity;
import stratum.customer.store.BankClock;
import stratum.customer.store.Portfolios.Span;
import stratum.platform.kafka.StratumSettings;

/** What day it is at the bank, and by which policy one looks at portfolios. */
@Component
public final class LookingAtPortfolios {

    private final BankClock clock;
    private final PlacingCustomers placing;
    private final ZoneId zone;

    LookingAtPortfolios(BankClock clock, PlacingCustomers placing, StratumSettings settings) {
        this.clock = clock;
        this.placing = placing;
        this.zone = settings.zone();
    }

    /** A look at portfolios: at a moment, on a business date, by a policy. */
    public record Look(Instant at, LocalDate today, CarePolicy policy, ZoneId zone) {

        /** The span in which contacts make a customer familiar, today included. */
        public Span span() {
            Familiarity familiar = policy.contact().familiar();
            Instant start =
                    today.minusDays(familiar.days() - 1L).atStartOfDay(zone).toInstant();
            return new Span(start.minusMillis(1), at);
        }
    }

    /** As the bank's clock stands. */
    public Mono<Look> now() {
        return clock.reached()
                .switchIfEmpty(
                        Mono.error(() -> PlacingCustomers.notYet("The bank's clock has not been heard of here yet")))
                .flatMap(at -> placing.policyAt(at)
                        .map(policy -> new Look(at, at.atZone(zone).toLocalDate(), policy, zone)));
    }
}
