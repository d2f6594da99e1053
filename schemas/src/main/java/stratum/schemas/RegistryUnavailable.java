package stratum.schemas;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry did not answer. The record may be good: it is read again, never given up. */
public final class RegistryUnavailable extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailable(Throwable cause) {
        super("The schema registry did not answer", cause);
    }
}
