package stratum.lifecycle.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.CustomerProfiled;
import stratum.events.Direction;
import stratum.events.FxRateSet;
import stratum.events.HoldingChanged;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.Purpose;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;
import stratum.lifecycle.domain.Fact;
import stratum.lifecycle.domain.Family;
import stratum.schemas.RateReader;
import stratum.schemas.Rates;

/**
 * The bank's facts as the lifecycle sees them.
 *
 * @param zone the bank's time zone
 * @param baseCurrency the currency in which amounts are known
 * @param rates to it; of money in a currency without a rate only that something happened is known
 */
record BankFacts(ZoneId zone, String baseCurrency, Rates rates) {

    /** With no exchange rates. */
    BankFacts(ZoneId zone, String baseCurrency) {
        this(zone, baseCurrency, Rates.to(baseCurrency).done());
    }

    /** The same with these exchange rates, of several for a date the last. */
    BankFacts at(List<FxRateSet> set) {
        return new BankFacts(zone, baseCurrency, RateReader.read(set, baseCurrency));
    }

    Fact read(SpecificRecord event) {
        if (event instanceof TransactionPosted transaction) {
            return transaction(transaction);
        }
        if (event instanceof InteractionRecorded interaction) {
            return contact(interaction);
        }
        if (event instanceof HoldingChanged holding) {
            return holding(holding);
        }
        if (event instanceof CustomerProfiled profile) {
            return new Fact.Profiled(profile.getOccurredAt(), dateOf(profile.getOccurredAt()), profile.getBirthDate());
        }
        throw new IllegalArgumentException(
                "Lifecycle books no " + event.getSchema().getName());
    }

    private Fact transaction(TransactionPosted event) {
        return new Fact.Transaction(
                event.getEventId(),
                event.getOccurredAt(),
                dateOf(event.getOccurredAt()),
                event.getAccountId(),
                family(event.getProductFamily()),
                inBase(event.getBalanceAfter(), dateOf(event.getOccurredAt())),
                booking(event));
    }

    /** A reversal counts as less of its original, on the day of its original. */
    private Fact.Booking booking(TransactionPosted event) {
        Reversed original = event.getReverses();
        LocalDate date = dateOf(original == null ? event.getOccurredAt() : original.getOccurredAt());
        return new Fact.Booking(
                date,
                original == null ? 1 : -1,
                event.getInitiator() == Initiator.CUSTOMER,
                isCredit(event),
                kind(event),
                amount(original == null ? event.getAmount() : original.getAmount(), date));
    }

    /** Of a reversal, whether money came in by what it takes back. */
    private static boolean isCredit(TransactionPosted event) {
        return (event.getDirection() == Direction.CREDIT) != (event.getReverses() != null);
    }

    private static Fact.Kind kind(TransactionPosted event) {
        boolean credit = isCredit(event);
        if (credit && (event.getPurpose() == Purpose.SALARY || event.getPurpose() == Purpose.PENSION)) {
            return Fact.Kind.INCOME;
        }
        if (!credit && event.getPurpose() == Purpose.STANDING_ORDER) {
            return Fact.Kind.STANDING_ORDER;
        }
        return event.getPurpose() == Purpose.TRANSFER_OUT && event.getCounterpartyBank() != null
                ? Fact.Kind.TO_OTHER_BANK
                : Fact.Kind.OTHER;
    }

    private Fact holding(HoldingChanged event) {
        return new Fact.HoldingChanged(
                event.getEventId(),
                event.getOccurredAt(),
                dateOf(event.getOccurredAt()),
                event.getAccountId(),
                family(event.getFamily()),
                Fact.Status.valueOf(event.getStatus().name()),
                inBase(event.getValue(), dateOf(event.getOccurredAt())),
                event.getMaturesOn());
    }

    private Fact contact(InteractionRecorded event) {
        return new Fact.Contact(
                event.getOccurredAt(), dateOf(event.getOccurredAt()), occasion(event.getKind()), event.getScore());
    }

    private static Fact.Occasion occasion(InteractionKind kind) {
        return switch (kind) {
            case LOGIN, PAGE_VIEW, BRANCH_VISIT, CALL_IN, MESSAGE_IN, COMPLAINT_OPENED, REFERRAL_MADE, EVENT_ATTENDED ->
                Fact.Occasion.BY_CUSTOMER;
            case CALL_OUT -> Fact.Occasion.BY_BANK;
            case SURVEY_ANSWERED -> Fact.Occasion.SURVEY;
            case COMPLAINT_OVERDUE -> Fact.Occasion.COMPLAINT_OVERDUE;
            case COMPLAINT_RESOLVED -> Fact.Occasion.COMPLAINT_RESOLVED;
        };
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private @Nullable Long inBase(@Nullable Money money, LocalDate date) {
        return money == null ? null : rates.toBase(money.getAmountMinor(), money.getCurrency(), date);
    }

    private long amount(Money money, LocalDate date) {
        Long known = inBase(money, date);
        return known == null ? 0 : known;
    }

    private static Family family(stratum.events.ProductFamily family) {
        return Family.valueOf(family.name());
    }
}
