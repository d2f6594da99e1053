package stratum.campaign.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a version of a campaign has come, and through whose hands. Nobody approves what he has written himself (maker
 * and checker).
 *
 * @param author who wrote it
 * @param approver who approved it; none before
 */
public record CampaignLife(
        State state, String author, @Nullable String approver) {

    /** How far a version has come. */
    public enum State {
        /** Its author may still edit it. */
        DRAFT,
        IN_REVIEW,
        APPROVED,
        LIVE,
        PAUSED,
        ENDED
    }

    /** What can be done to a version. */
    public enum Step {
        SUBMIT(EnumSet.of(State.DRAFT), State.IN_REVIEW),
        REJECT(EnumSet.of(State.IN_REVIEW), State.DRAFT),
        APPROVE(EnumSet.of(State.IN_REVIEW), State.APPROVED),
        LAUNCH(EnumSet.of(State.APPROVED), State.LIVE),
        PAUSE(EnumSet.of(State.LIVE), State.PAUSED),
        RESUME(EnumSet.of(State.PAUSED), State.LIVE),
        END(EnumSet.of(State.LIVE, State.PAUSED), State.ENDED);

        private final Set<State> from;
        private final State to;

        Step(Set<State> from, State to) {
            this.from = from;
            this.to = to;
        }

        /** Whether it is about a version that runs, or about one on its way there. */
        public boolean isOfRunning() {
            return from.contains(State.LIVE) || from.contains(State.PAUSED);
        }

        /** Whether the stream has to know of it. */
        public boolean isPublished() {
            return to == State.LIVE || to == State.PAUSED || to == State.ENDED;
        }
    }

    private static final Map<State, String> WHAT_NOW = new EnumMap<>(Map.of(
            State.DRAFT, "it can be submitted",
            State.IN_REVIEW, "it can be approved or rejected",
            State.APPROVED, "it can be launched",
            State.LIVE, "it can be paused or ended",
            State.PAUSED, "it can be resumed or ended",
            State.ENDED, "a change is a new version"));

    /** What came of a step. */
    public sealed interface Outcome {}

    /** The step was taken. */
    public record Taken(CampaignLife life) implements Outcome {}

    /** The step cannot be taken, said in a sentence. */
    public record Refused(String sentence) implements Outcome {}

    /** A new draft. */
    public static CampaignLife draftedBy(String author) {
        return new CampaignLife(State.DRAFT, author, null);
    }

    /** Takes a step, or says why it cannot be taken. */
    public Outcome take(Step step, String actor) {
        if (!step.from.contains(state)) {
            return new Refused(
                    "A version in state %s cannot take the step %s; %s.".formatted(state, step, WHAT_NOW.get(state)));
        }
        if (step == Step.APPROVE && actor.equals(author)) {
            return new Refused("%s wrote this version; somebody else has to approve it.".formatted(author));
        }
        return new Taken(new CampaignLife(step.to, author, step == Step.APPROVE ? actor : approver));
    }

    /** Edits the draft, or says why it cannot be edited. */
    public Outcome edit(String actor) {
        if (state != State.DRAFT) {
            return new Refused("A version in state %s is not edited; %s.".formatted(state, WHAT_NOW.get(state)));
        }
        return new Taken(new CampaignLife(State.DRAFT, actor, null));
    }

    /** A later version has taken its place. */
    public CampaignLife superseded() {
        return new CampaignLife(State.ENDED, author, approver);
    }
}
