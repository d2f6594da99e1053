package stratum.sandbox.replay;

import java.time.Instant;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;

/**
 * A purchase at a shop, or its refund, as the bank that issued the customer's payment account would see it. A customer
 * has one such account, of her own id; it opens with her first purchase.
 *
 * @param minor pence or cents, above 0
 */
record Purchase(String eventId, String customerId, Instant at, boolean refund, long minor) {

    TransactionPosted fact(String currency) {
        return TransactionPosted.newBuilder()
                .setEventId(eventId)
                .setCustomerId(customerId)
                .setAccountId(customerId)
                .setOccurredAt(at)
                .setProductFamily(ProductFamily.PAYMENT)
                .setDirection(refund ? Direction.CREDIT : Direction.DEBIT)
                .setAmount(new Money(minor, currency))
                .setPurpose(refund ? Purpose.OTHER : Purpose.CARD)
                .setChannel(Channel.WEB)
                .setInitiator(refund ? Initiator.BANK : Initiator.CUSTOMER)
                .build();
    }

    static HoldingChanged opening(String customerId, Instant at) {
        return HoldingChanged.newBuilder()
                .setEventId(customerId + "-opened")
                .setCustomerId(customerId)
                .setAccountId(customerId)
                .setOccurredAt(at)
                .setProductCode("PAYMENT")
                .setFamily(ProductFamily.PAYMENT)
                .setStatus(HoldingStatus.OPENED)
                .build();
    }
}
