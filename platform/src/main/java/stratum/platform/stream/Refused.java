package stratum.platform.stream;

/** A record that cannot be booked and goes to the dead letters, with the reason. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Refused(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
