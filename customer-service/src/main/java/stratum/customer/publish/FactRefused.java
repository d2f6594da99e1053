package stratum.customer.publish;

/** The log will not take a fact for what it is, now or later; the message says why, for a person. */
public final class FactRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    FactRefused(String field, String sentence, Throwable cause) {
        super(sentence, cause);
        this.field = field;
    }

    /** The field at fault; empty where it is the whole. */
    public String field() {
        return field;
    }
}
