package stratum.lifecycle.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.events.Channel;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;

/** Facts about one customer, each at noon UTC of its day or a moment later than the one before, up to three at the same. */
public final class Facts {

    /** The bank's base currency in tests. */
    public static final String CURRENCY = "CZK";

    private final String customer;
    private int count;

    /** Facts about this customer. */
    public Facts(String customer) {
        this.customer = customer;
    }

    /** A moment of the day, later for every third fact made, so that some share theirs. */
    public Instant on(LocalDate date) {
        return date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).plusMillis(count / 3);
    }

    private String nextId() {
        count++;
        return customer + "-" + count;
    }

    /** The customer file. */
    public CustomerProfiled profiled(LocalDate date) {
        return profiled(date, null);
    }

    /** The customer file with a date of birth. */
    public CustomerProfiled profiled(LocalDate date, @Nullable LocalDate birth) {
        return CustomerProfiled.newBuilder()
                .setEventId(nextId())
                .setCustomerId(customer)
                .setOccurredAt(on(date))
                .setKind(CustomerKind.PERSONAL)
                .setBirthDate(birth)
                .build();
    }

    /** A product opened, valued or closed. */
    public HoldingChanged holding(
            LocalDate date, String account, ProductFamily family, HoldingStatus status, @Nullable Long value) {
        return HoldingChanged.newBuilder()
                .setEventId(nextId())
                .setCustomerId(customer)
                .setAccountId(account)
                .setOccurredAt(on(date))
                .setProductCode(family.name())
                .setFamily(family)
                .setStatus(status)
                .setValue(value == null ? null : new Money(value, CURRENCY))
                .build();
    }

    /** The same product, with a date on which it matures. */
    public HoldingChanged maturing(HoldingChanged holding, LocalDate date) {
        return HoldingChanged.newBuilder(holding)
                .setEventId(nextId())
                .setMaturesOn(date)
                .build();
    }

    /** A current account opened, with nothing on it yet. */
    public HoldingChanged opened(LocalDate date) {
        return holding(date, "current", ProductFamily.DEPOSIT, HoldingStatus.OPENED, null);
    }

    /** The current account closed. */
    public HoldingChanged closed(LocalDate date) {
        return holding(date, "current", ProductFamily.DEPOSIT, HoldingStatus.CLOSED, null);
    }

    /** A card payment from the current account by the customer, after which this is left. */
    public TransactionPosted paid(LocalDate date, long balance) {
        return posted(date, Purpose.CARD, Direction.DEBIT, 5_000, balance);
    }

    /** Money moved on the current account; interest, fees and penalties by the bank, all else by the customer. */
    public TransactionPosted posted(
            LocalDate date, Purpose purpose, Direction direction, long amount, @Nullable Long balance) {
        boolean byBank = List.of(Purpose.INTEREST, Purpose.FEE, Purpose.PENALTY).contains(purpose);
        return TransactionPosted.newBuilder()
                .setEventId(nextId())
                .setCustomerId(customer)
                .setAccountId("current")
                .setOccurredAt(on(date))
                .setProductFamily(ProductFamily.DEPOSIT)
                .setDirection(direction)
                .setAmount(new Money(amount, CURRENCY))
                .setBalanceAfter(balance == null ? null : new Money(balance, CURRENCY))
                .setPurpose(purpose)
                .setChannel(Channel.MOBILE)
                .setCounterpartyBank(purpose == Purpose.TRANSFER_OUT ? "YZ" : null)
                .setInitiator(byBank ? Initiator.BANK : Initiator.CUSTOMER)
                .build();
    }

    /** What takes a transaction back. */
    public TransactionPosted reversed(TransactionPosted original, LocalDate date, @Nullable Long balance) {
        return TransactionPosted.newBuilder(original)
                .setEventId(nextId())
                .setOccurredAt(on(date))
                .setDirection(original.getDirection() == Direction.CREDIT ? Direction.DEBIT : Direction.CREDIT)
                .setBalanceAfter(balance == null ? null : new Money(balance, CURRENCY))
                .setReverses(new Reversed(original.getEventId(), original.getOccurredAt(), original.getAmount()))
                .build();
    }

    /** A contact. */
    public InteractionRecorded contact(LocalDate date, InteractionKind kind) {
        return contact(date, kind, null);
    }

    /** A survey answered. */
    public InteractionRecorded surveyed(LocalDate date, int score) {
        return contact(date, InteractionKind.SURVEY_ANSWERED, score);
    }

    /** A survey answered, or a contact with no score. */
    public InteractionRecorded contact(LocalDate date, InteractionKind kind, @Nullable Integer score) {
        return InteractionRecorded.newBuilder()
                .setEventId(nextId())
                .setCustomerId(customer)
                .setOccurredAt(on(date))
                .setKind(kind)
                .setChannel(Channel.MOBILE)
                .setScore(score)
                .build();
    }
}
