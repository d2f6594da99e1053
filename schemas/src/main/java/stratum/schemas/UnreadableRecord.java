package stratum.schemas;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable; it belongs into the dead letters. */
public final class UnreadableRecord extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private UnreadableRecord(String reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    static UnreadableRecord unreadable(String detail) {
        return new UnreadableRecord("UNREADABLE", detail, null);
    }

    static UnreadableRecord unreadable(String detail, Throwable cause) {
        return new UnreadableRecord("UNREADABLE", detail, cause);
    }

    static UnreadableRecord unknownSchema(int id, Throwable cause) {
        return new UnreadableRecord("UNKNOWN_SCHEMA", "The registry has no schema with id " + id, cause);
    }

    /** UNREADABLE or UNKNOWN_SCHEMA. */
    public String reason() {
        return reason;
    }
}
