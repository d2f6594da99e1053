package stratum.platform.policy;

/** Something that cannot be done to a policy, said in a sentence. */
final class PolicyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean overtaken;

    private PolicyRefused(String sentence, boolean overtaken) {
        super(sentence);
        this.overtaken = overtaken;
    }

    static PolicyRefused because(String sentence) {
        return new PolicyRefused(sentence, false);
    }

    static PolicyRefused overtaken(long edition) {
        return new PolicyRefused(
                "The version is now at edition %d; read it again and repeat the change.".formatted(edition), true);
    }

    /** Whether all that is wrong is that somebody was faster. */
    boolean isOvertaken() {
        return overtaken;
    }
}
