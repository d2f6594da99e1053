package stratum.customer.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import stratum.customer.store.Holdings.Holding;

/** A product held, at its current value (of a loan or mortgage: what is owed). */
record HoldingView(
        String accountId,
        String family,
        @Nullable String productCode,
        @Nullable String status,
        @Nullable Instant openedAt,
        @Nullable LocalDate maturesOn,
        @Nullable MoneyView value,
        @Nullable Instant valuedAt) {

    static HoldingView of(Holding holding) {
        return new HoldingView(
                holding.accountId(),
                holding.family(),
                holding.productCode(),
                holding.status(),
                holding.openedAt(),
                holding.maturesOn(),
                value(holding),
                holding.valuedAt());
    }

    private static @Nullable MoneyView value(Holding holding) {
        Long amount = holding.valueMinor();
        String currency = holding.currency();
        return amount == null || currency == null ? null : new MoneyView(amount, currency);
    }
}
