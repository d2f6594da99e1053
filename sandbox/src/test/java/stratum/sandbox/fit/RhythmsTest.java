package stratum.sandbox.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;
import stratum.lifecycle.domain.Rhythm;

/** Active days as lifecycle counts them. */
final class RhythmsTest {

    private final Rhythms rhythms = new Rhythms(ZoneOffset.UTC, "EUR");

    @Test
    void days_with_a_transaction_by_the_customer_are_counted_once_each() {
        rhythms.take(posted("anna", "2024-01-01T09:00:00Z", 100, "EUR", Initiator.CUSTOMER));
        rhythms.take(posted("anna", "2024-01-01T10:00:00Z", 300, "EUR", Initiator.CUSTOMER));
        rhythms.take(posted("anna", "2024-01-11T09:00:00Z", 200, "EUR", Initiator.CUSTOMER));
        rhythms.take(posted("anna", "2024-01-12T09:00:00Z", 200, "EUR", Initiator.BANK));
        rhythms.take(posted("ben", "2024-01-31T09:00:00Z", 500, "USD", Initiator.CUSTOMER));

        assertThat(rhythms.all()).containsExactly(new Rhythm(1, 10, 30, 300), new Rhythm(0, 0, 0, 0));
    }

    @Test
    void what_is_taken_back_has_not_been() {
        TransactionPosted posted = posted("anna", "2024-01-01T09:00:00Z", 100, "EUR", Initiator.CUSTOMER);
        rhythms.take(posted);
        rhythms.take(posted("anna", "2024-01-03T09:00:00Z", 500, "EUR", Initiator.CUSTOMER));
        rhythms.take(TransactionPosted.newBuilder(posted)
                .setOccurredAt(Instant.parse("2024-01-05T09:00:00Z"))
                .setReverses(new Reversed(posted.getEventId(), posted.getOccurredAt(), posted.getAmount()))
                .build());

        assertThat(rhythms.all()).containsExactly(new Rhythm(0, 0, 0, 500));
    }

    private static TransactionPosted posted(String customer, String at, long amount, String currency, Initiator by) {
        return TransactionPosted.newBuilder()
                .setEventId(customer + at)
                .setCustomerId(customer)
                .setAccountId(customer + "-1")
                .setOccurredAt(Instant.parse(at))
                .setProductFamily(ProductFamily.DEPOSIT)
                .setDirection(Direction.DEBIT)
                .setAmount(new Money(amount, currency))
                .setPurpose(Purpose.CARD)
                .setChannel(Channel.CARD)
                .setInitiator(by)
                .build();
    }
}
