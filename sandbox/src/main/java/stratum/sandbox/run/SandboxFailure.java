package stratum.sandbox.run;

/** Something the user should know, in one sentence; what led to it is in the log. */
public final class SandboxFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SandboxFailure(String sentence) {
        super(sentence);
    }

    public SandboxFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
