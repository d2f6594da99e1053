package stratum.lifecycle.stream;

import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Life;

/** Whose life it is. */
record CustomerLife(String customerId, Life life) {

    static CustomerLife read(String customerId, byte @Nullable [] bytes) {
        return new CustomerLife(customerId, bytes == null ? Life.UNKNOWN : Life.fromBytes(bytes));
    }
}
