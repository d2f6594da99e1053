package stratum.sandbox.bank;

import org.jspecify.annotations.Nullable;
import stratum.events.Channel;
import stratum.events.Initiator;
import stratum.events.Purpose;

/** What a transaction is for, where it is made and, if so, with which other bank. */
record Entry(Purpose purpose, Channel channel, @Nullable String bank) {

    static Entry of(Purpose purpose, Channel channel) {
        return new Entry(purpose, channel, null);
    }

    Initiator initiator() {
        return switch (purpose) {
            case INTEREST, FEE, PENALTY -> Initiator.BANK;
            default -> Initiator.CUSTOMER;
        };
    }
}
