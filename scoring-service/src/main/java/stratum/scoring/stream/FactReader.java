package stratum.scoring.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.HoldingChanged;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.TransactionPosted;
import stratum.platform.stream.BusinessCalendar;
import stratum.scoring.domain.Fact;

/** Reads the bank's facts as scoring needs them. */
final class FactReader {

    private static final Set<ProductFamily> LIABILITIES = Set.of(ProductFamily.LOAN, ProductFamily.MORTGAGE);

    private final BusinessCalendar calendar;
    private final String baseCurrency;

    FactReader(BusinessCalendar calendar, String baseCurrency) {
        this.calendar = calendar;
        this.baseCurrency = baseCurrency;
    }

    /** The fact; none where it says nothing that a feature needs. */
    Optional<Fact> read(SpecificRecord event) {
        if (event instanceof TransactionPosted transaction) {
            return Optional.of(transaction(transaction));
        }
        if (event instanceof HoldingChanged holding) {
            return Optional.of(holding(holding));
        }
        return Optional.empty();
    }

    private Fact transaction(TransactionPosted event) {
        return new Fact.Transaction(
                when(event.getOccurredAt(), event.getEventId()),
                event.getAccountId(),
                isAsset(event.getProductFamily()),
                event.getInitiator() == Initiator.CUSTOMER,
                amount(event.getBalanceAfter()),
                event.getReverses() == null
                        ? null
                        : calendar.dateOf(event.getReverses().getOccurredAt()));
    }

    private Fact holding(HoldingChanged event) {
        return new Fact.Holding(
                when(event.getOccurredAt(), event.getEventId()),
                event.getAccountId(),
                isAsset(event.getFamily()),
                Fact.Change.valueOf(event.getStatus().name()),
                amount(event.getValue()));
    }

    private Fact.When when(Instant at, String id) {
        return new Fact.When(at, calendar.dateOf(at), id);
    }

    private static boolean isAsset(ProductFamily family) {
        return !LIABILITIES.contains(family);
    }

    /** An amount in a foreign currency is unknown until exchange rates are read. */
    private @Nullable Long amount(@Nullable Money money) {
        return money != null && money.getCurrency().equals(baseCurrency) ? money.getAmountMinor() : null;
    }
}
