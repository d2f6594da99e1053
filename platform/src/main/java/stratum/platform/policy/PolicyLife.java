package stratum.platform.policy;

import org.jspecify.annotations.Nullable;

/**
 * How far a policy version has come on its way to ruling, and through whose hands. Nobody approves what he has drafted
 * himself (maker and checker).
 *
 * @param state how far
 * @param author who drafted it
 * @param approver who approved it; none before
 */
public record PolicyLife(
        State state, String author, @Nullable String approver) {

    /** How far a version has come. */
    public enum State {
        /** Its author may still edit it. */
        DRAFT,
        IN_REVIEW,
        APPROVED,
        /** It rules, from the time it names on. */
        PUBLISHED,
        /** Given up before it was published. */
        RETIRED
    }

    /** What can be done to a version. */
    public enum Step {
        SUBMIT,
        APPROVE,
        PUBLISH,
        RETIRE
    }

    /** What came of a step. */
    public sealed interface Outcome {}

    /** The step was taken. */
    public record Taken(PolicyLife life) implements Outcome {}

    /** The step cannot be taken, said in a sentence. */
    public record Refused(String sentence) implements Outcome {}

    /** A new draft. */
    public static PolicyLife draftedBy(String author) {
        return new PolicyLife(State.DRAFT, author, null);
    }

    /** Takes a step, or says why it cannot be taken. */
    public Outcome take(Step step, String actor) {
        return switch (step) {
            case SUBMIT -> state == State.DRAFT ? to(State.IN_REVIEW) : refuse(step);
            case APPROVE -> state == State.IN_REVIEW ? approve(actor) : refuse(step);
            case PUBLISH -> state == State.APPROVED ? to(State.PUBLISHED) : refuse(step);
            case RETIRE -> state == State.PUBLISHED || state == State.RETIRED ? refuse(step) : to(State.RETIRED);
        };
    }

    /** Edits the draft, or says why it cannot be edited. */
    public Outcome edit(String actor) {
        if (state != State.DRAFT) {
            return new Refused("A version in state %s is not edited; draft another.".formatted(state));
        }
        return actor.equals(author)
                ? new Taken(this)
                : new Refused("%s drafted this version, and edits it.".formatted(author));
    }

    private Outcome approve(String actor) {
        return actor.equals(author)
                ? new Refused("%s drafted this version; somebody else has to approve it.".formatted(author))
                : new Taken(new PolicyLife(State.APPROVED, author, actor));
    }

    private Outcome to(State next) {
        return new Taken(new PolicyLife(next, author, approver));
    }

    private Outcome refuse(Step step) {
        String published = step == Step.RETIRE && state == State.PUBLISHED ? "; a later version takes its place" : "";
        return new Refused("A version in state %s cannot take the step %s%s.".formatted(state, step, published));
    }
}
