package stratum.scoring.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;
import stratum.platform.stream.BusinessCalendar;
import stratum.schemas.Rates;
import stratum.scoring.domain.Fact;
import stratum.scoring.domain.Fact.About;
import stratum.scoring.domain.Fact.Manner;
import stratum.scoring.domain.Fact.Movement;
import stratum.scoring.domain.Fact.Purpose;
import stratum.scoring.domain.Fact.When;
import stratum.scoring.domain.Family;

/** Reads the bank's facts as scoring needs them: purposes and channels as features tell them apart, money in one currency. */
final class FactReader {

    private static final long MILLIS_A_SECOND = 1000;
    private static final long MILLIS_A_DAY = 86_400_000;

    private final ZoneRules zone;

    FactReader(BusinessCalendar calendar) {
        this.zone = calendar.zone().getRules();
    }

    /**
     * The fact; none where it says nothing that a feature needs.
     *
     * @throws IllegalArgumentException with a sentence where it says what cannot be
     */
    Optional<Fact> read(SpecificRecord event, Rates rates) {
        if (event instanceof TransactionPosted transaction) {
            return Optional.of(transaction(transaction, rates));
        }
        if (event instanceof HoldingChanged holding) {
            return Optional.of(holding(holding, rates));
        }
        if (event instanceof InteractionRecorded interaction) {
            return Optional.of(contact(interaction));
        }
        return Optional.empty();
    }

    /** A reversal repeats all of its original but the direction, the time and the amount, and says the last two apart. */
    private Fact transaction(TransactionPosted event, Rates rates) {
        Reversed original = event.getReverses();
        When when = when(event.getOccurredAt());
        When moved = original == null ? when : when(original.getOccurredAt());
        Money amount = original == null ? event.getAmount() : original.getAmount();
        boolean credit = (event.getDirection() == Direction.CREDIT) == (original == null);
        return new Fact.Transaction(
                when,
                event.getAccountId(),
                family(event.getProductFamily()),
                new Movement(credit, amount(amount, moved, rates), purpose(event)),
                new Manner(event.getInitiator() == Initiator.CUSTOMER, isDigital(event.getChannel())),
                amount(event.getBalanceAfter(), when, rates),
                original == null ? null : moved.day());
    }

    private static Purpose purpose(TransactionPosted event) {
        return switch (event.getPurpose()) {
            case SALARY, PENSION -> Purpose.INCOME;
            case STANDING_ORDER -> Purpose.STANDING_ORDER;
            case FEE, PENALTY -> Purpose.CHARGE;
            case TRANSFER_OUT -> event.getCounterpartyBank() == null ? Purpose.OTHER : Purpose.TO_OTHER_BANK;
            default -> Purpose.OTHER;
        };
    }

    private Fact holding(HoldingChanged event, Rates rates) {
        When when = when(event.getOccurredAt());
        return new Fact.Holding(
                when,
                event.getAccountId(),
                family(event.getFamily()),
                Fact.Change.valueOf(event.getStatus().name()),
                amount(event.getValue(), when, rates));
    }

    private Fact contact(InteractionRecorded event) {
        return new Fact.Contact(
                when(event.getOccurredAt()),
                about(event.getKind()),
                new Manner(isByCustomer(event.getKind()), isDigital(event.getChannel())),
                event.getScore());
    }

    private static About about(InteractionKind kind) {
        return switch (kind) {
            case SURVEY_ANSWERED -> About.SURVEY;
            case COMPLAINT_OPENED -> About.COMPLAINT;
            case COMPLAINT_RESOLVED -> About.COMPLAINT_RESOLVED;
            case REFERRAL_MADE -> About.REFERRAL;
            default -> About.OTHER;
        };
    }

    /** What the bank does, or notes for itself, is no sign of the customer's life. */
    private static boolean isByCustomer(InteractionKind kind) {
        return switch (kind) {
            case CALL_OUT, COMPLAINT_OVERDUE, COMPLAINT_RESOLVED -> false;
            default -> true;
        };
    }

    private static boolean isDigital(Channel channel) {
        return channel == Channel.MOBILE || channel == Channel.WEB;
    }

    private static Family family(ProductFamily family) {
        return Family.valueOf(family.name());
    }

    private static @Nullable Long amount(@Nullable Money money, When when, Rates rates) {
        return money == null
                ? null
                : rates.toBase(money.getAmountMinor(), money.getCurrency(), LocalDate.ofEpochDay(when.day()));
    }

    /**
     * The business date by the zone's offset at that moment, and what has passed of the date. Where clocks were changed
     * since it began, that is more or less than they show; without it, facts of the hour that comes twice would lose
     * their order.
     */
    private When when(Instant at) {
        ZoneOffset offset = zone.getOffset(at);
        long local = at.toEpochMilli() + offset.getTotalSeconds() * MILLIS_A_SECOND;
        int day = (int) Math.floorDiv(local, MILLIS_A_DAY);
        long shown = Math.floorMod(local, MILLIS_A_DAY);
        int changed = zone.getOffset(at.minusMillis(shown)).getTotalSeconds() - offset.getTotalSeconds();
        return new When(day, (int) (shown + changed * MILLIS_A_SECOND));
    }
}
