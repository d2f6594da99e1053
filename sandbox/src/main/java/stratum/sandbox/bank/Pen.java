package stratum.sandbox.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;

/** Writes down what happens to one customer, each fact a second or more after the one before, numbered as it comes. */
final class Pen {

    private final String customerId;
    private final List<SpecificRecord> page = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private int written;

    Pen(String customerId) {
        this.customerId = customerId;
    }

    /** Turns to this second of the day, or to the next that is free. */
    void turnTo(LocalDate day, int second) {
        Instant wanted = day.atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC);
        if (wanted.isAfter(now)) {
            now = wanted;
        }
    }

    /** What has been written since last asked. */
    List<SpecificRecord> page() {
        List<SpecificRecord> written = List.copyOf(page);
        page.clear();
        return written;
    }

    TransactionPosted transaction(Account account, Direction direction, long amount, Entry entry) {
        return transaction(account, direction, amount, entry, null);
    }

    TransactionPosted transaction(
            Account account, Direction direction, long amount, Entry entry, @Nullable TransactionPosted original) {
        return write(TransactionPosted.newBuilder()
                .setEventId(nextId())
                .setCustomerId(customerId)
                .setAccountId(account.id)
                .setOccurredAt(tick())
                .setProductFamily(account.product.family)
                .setDirection(direction)
                .setAmount(money(amount))
                .setBalanceAfter(money(account.balance()))
                .setPurpose(entry.purpose())
                .setChannel(entry.channel())
                .setCounterpartyBank(entry.bank())
                .setInitiator(entry.initiator())
                .setReverses(
                        original == null
                                ? null
                                : new Reversed(original.getEventId(), original.getOccurredAt(), original.getAmount()))
                .build());
    }

    void holding(Account account, HoldingStatus status) {
        write(HoldingChanged.newBuilder()
                .setEventId(nextId())
                .setCustomerId(customerId)
                .setAccountId(account.id)
                .setOccurredAt(tick())
                .setProductCode(account.product.name())
                .setFamily(account.product.family)
                .setStatus(status)
                .setValue(account.product.hasValue() ? money(account.balance()) : null)
                .build());
    }

    void contact(
            InteractionKind kind,
            Channel channel,
            @Nullable String staff,
            @Nullable Integer score,
            @Nullable String about) {
        write(InteractionRecorded.newBuilder()
                .setEventId(nextId())
                .setCustomerId(customerId)
                .setOccurredAt(tick())
                .setKind(kind)
                .setChannel(channel)
                .setStaffId(staff)
                .setScore(score)
                .setReference(about)
                .build());
    }

    /** The customer file; the caller knows what is in it, the pen when it was written. */
    void profile(CustomerFile file) {
        String id = nextId();
        write(file.profiled(id, tick()));
    }

    private <T extends SpecificRecord> T write(T fact) {
        page.add(fact);
        return fact;
    }

    private String nextId() {
        written++;
        return "%s-e%05d".formatted(customerId, written);
    }

    private Instant tick() {
        Instant at = now;
        now = now.plusSeconds(1);
        return at;
    }

    private static Money money(long cents) {
        return new Money(cents, SimulatedBank.CURRENCY);
    }
}
