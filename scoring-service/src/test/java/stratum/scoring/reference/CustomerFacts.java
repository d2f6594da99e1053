package stratum.scoring.reference;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
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

/** Writes the facts of one customer of a bank whose money is CZK. */
final class CustomerFacts {

    static final String CURRENCY = "CZK";

    private final String customerId;
    private final Supplier<String> ids;

    /** Ids count up in the order of writing. */
    CustomerFacts(String customerId) {
        this(customerId, new AtomicInteger()::incrementAndGet);
    }

    CustomerFacts(String customerId, IntSupplier ids) {
        this.customerId = customerId;
        this.ids = () -> "%s-%08x".formatted(customerId, ids.getAsInt());
    }

    /** An account with this customer. */
    record Account(String id, ProductFamily family) {}

    /** Money moved and what was left, where that is known. */
    record Movement(
            Purpose purpose,
            Direction direction,
            long amount,
            @Nullable Long balanceAfter) {

        static Movement spent(long amount, @Nullable Long balanceAfter) {
            return new Movement(Purpose.CARD, Direction.DEBIT, amount, balanceAfter);
        }

        static Movement earned(long amount, @Nullable Long balanceAfter) {
            return new Movement(Purpose.SALARY, Direction.CREDIT, amount, balanceAfter);
        }

        private Initiator initiator() {
            return switch (purpose) {
                case INTEREST, FEE, PENALTY -> Initiator.BANK;
                default -> Initiator.CUSTOMER;
            };
        }
    }

    CustomerProfiled profiled(Instant at) {
        return CustomerProfiled.newBuilder()
                .setEventId(ids.get())
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setKind(CustomerKind.PERSONAL)
                .build();
    }

    HoldingChanged opened(Account account, @Nullable Long value, Instant at) {
        return holding(account, HoldingStatus.OPENED, value, at);
    }

    HoldingChanged valued(Account account, long value, Instant at) {
        return holding(account, HoldingStatus.VALUED, value, at);
    }

    HoldingChanged closed(Account account, Instant at) {
        return holding(account, HoldingStatus.CLOSED, null, at);
    }

    private HoldingChanged holding(Account account, HoldingStatus status, @Nullable Long value, Instant at) {
        return HoldingChanged.newBuilder()
                .setEventId(ids.get())
                .setCustomerId(customerId)
                .setAccountId(account.id())
                .setOccurredAt(at)
                .setProductCode("P-" + account.family())
                .setFamily(account.family())
                .setStatus(status)
                .setValue(money(value))
                .build();
    }

    TransactionPosted posted(Account account, Movement movement, Instant at) {
        return TransactionPosted.newBuilder()
                .setEventId(ids.get())
                .setCustomerId(customerId)
                .setAccountId(account.id())
                .setOccurredAt(at)
                .setProductFamily(account.family())
                .setDirection(movement.direction())
                .setAmount(new Money(movement.amount(), CURRENCY))
                .setBalanceAfter(money(movement.balanceAfter()))
                .setPurpose(movement.purpose())
                .setChannel(Channel.CARD)
                .setInitiator(movement.initiator())
                .build();
    }

    TransactionPosted reversed(TransactionPosted original, @Nullable Long balanceAfter, Instant at) {
        return TransactionPosted.newBuilder(original)
                .setEventId(ids.get())
                .setOccurredAt(at)
                .setDirection(original.getDirection() == Direction.CREDIT ? Direction.DEBIT : Direction.CREDIT)
                .setBalanceAfter(money(balanceAfter))
                .setReverses(new Reversed(original.getEventId(), original.getOccurredAt(), original.getAmount()))
                .build();
    }

    InteractionRecorded contact(InteractionKind kind, Instant at) {
        return InteractionRecorded.newBuilder()
                .setEventId(ids.get())
                .setCustomerId(customerId)
                .setOccurredAt(at)
                .setKind(kind)
                .setChannel(Channel.MOBILE)
                .build();
    }

    private static @Nullable Money money(@Nullable Long amount) {
        return amount == null ? null : new Money(amount, CURRENCY);
    }
}
