package stratum.customer.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.domain.LoyaltyCount;
import stratum.customer.store.Loyalty;
import stratum.customer.usecase.ReportingOnCare;
import stratum.platform.kafka.StratumSettings;
import stratum.platform.web.InvalidInput;

/** Reports for heads of branches and of the bank; nothing is decided by them. */
@RestController
final class ReportsController {

    private static final int MOST_MONTHS = 24;

    private final ReportingOnCare reporting;
    private final Loyalty loyalty;
    private final ZoneId zone;

    ReportsController(ReportingOnCare reporting, Loyalty loyalty, StratumSettings settings) {
        this.reporting = reporting;
        this.loyalty = loyalty;
        this.zone = settings.zone();
    }

    /** What customers of a group did in a month; rates are shares of its customers, absent where there are none. */
    record LoyaltyView(
            YearMonth month,
            String group,
            LoyaltyCount count,
            @Nullable BigDecimal repeatPurchaseRate,
            @Nullable BigDecimal referralRate,
            @Nullable BigDecimal churnRate,
            @Nullable BigDecimal netPromoterScore) {

        static LoyaltyView of(YearMonth month, Loyalty.Counted counted) {
            LoyaltyCount count = counted.count();
            return new LoyaltyView(
                    month,
                    counted.group(),
                    count,
                    count.repeatPurchaseRate(),
                    count.referralRate(),
                    count.churnRate(),
                    count.netPromoterScore());
        }
    }

    /** How evenly load is spread over the managers of a branch, now and if everybody were placed anew. */
    @GetMapping("/v1/branches/{id}/spread")
    Mono<ReportingOnCare.BranchSpread> spread(@PathVariable String id) {
        return reporting.spread(id);
    }

    /** Managers that the contact plan takes, against those there are. */
    @GetMapping("/v1/reports/resources")
    Mono<ReportingOnCare.Needs> resources() {
        return reporting.needs();
    }

    /** Repeat purchase, referral, churn and satisfaction by month, and by tier, stage or branch. */
    @GetMapping("/v1/reports/loyalty")
    Mono<List<LoyaltyView>> loyalty(
            @RequestParam String from, @RequestParam String to, @RequestParam(defaultValue = "tier") String by) {
        YearMonth first = month("from", from);
        YearMonth last = month("to", to);
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            throw new InvalidInput(
                    "to", "It is at most %d months from 'from' on, and not before.".formatted(MOST_MONTHS));
        }
        Loyalty.By group = by(by);
        return Flux.fromStream(LongStream.range(0, months).mapToObj(first::plusMonths))
                .concatMap(month -> loyalty.count(start(month), start(month.plusMonths(1)), group)
                        .map(counted -> LoyaltyView.of(month, counted)))
                .collectList();
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static Loyalty.By by(String name) {
        try {
            return Loyalty.By.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("by", "It is tier, stage or branch, not '%s'.".formatted(name));
        }
    }

    private static YearMonth month(String field, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidInput(field, "It is a month such as 2024-05, not '%s'.".formatted(text));
        }
    }
}
