package stratum.console.usecase;

import stratum.console.domain.BrokerReading;

/** Where the sizes and lags of topics come from. */
public interface Brokers {

    /**
     * What the broker says now.
     *
     * @throws BrokerUnreachable where it did not answer in time
     */
    BrokerReading read();

    /** The broker did not answer in time. */
    final class BrokerUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public BrokerUnreachable(Throwable cause) {
            super("The broker did not answer", cause);
        }
    }
}
