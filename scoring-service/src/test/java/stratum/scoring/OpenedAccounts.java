package stratum.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.platform.TestBroker;
import stratum.schemas.Topics;

/** Customers who open an account with this much in it at noon of a day, in a bank whose days are those of UTC. */
record OpenedAccounts(List<String> customers, long balance, LocalDate date) {

    static OpenedAccounts of(List<String> customers, long balance, LocalDate date) {
        return new OpenedAccounts(customers, balance, date);
    }

    /** Publishes them, and the tick of that evening after them. */
    void publish(TestBroker broker) {
        publishBefore(endOf(date), broker);
    }

    /** Publishes them, and a tick after them. */
    void publishBefore(Instant tick, TestBroker broker) {
        customers.forEach(customer -> broker.publish(Topics.HOLDINGS, customer, opened(customer)));
        broker.tickAfterAll(tick);
    }

    static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }

    private HoldingChanged opened(String customer) {
        return HoldingChanged.newBuilder()
                .setEventId("opened-" + customer)
                .setCustomerId(customer)
                .setAccountId("a-" + customer)
                .setOccurredAt(date.atTime(12, 0).toInstant(ZoneOffset.UTC))
                .setProductCode("CURRENT")
                .setFamily(ProductFamily.DEPOSIT)
                .setStatus(HoldingStatus.OPENED)
                .setValue(new Money(balance, "EUR"))
                .build();
    }
}
