package stratum.campaign.domain;

/** Whether a campaign is for this customer, now. */
@FunctionalInterface
public interface Condition {

    /**
     * Whether it holds.
     *
     * @throws Undecidable where the subject lacks what the condition asks for
     */
    boolean holds(Subject subject);

    /** A condition could not be decided, which counts as not met. */
    final class Undecidable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** A sentence that says why. */
        public Undecidable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
