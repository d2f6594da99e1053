package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which stage of its life with the bank a customer is: a pure function of policy, what is known, and date.
 * The rules are those of section 5 of the definitions, with what they leave open decided in the service's README.
 */
public final class Lifecycle {

    private final LifecyclePolicy policy;

    /** A lifecycle after this policy. */
    public Lifecycle(LifecyclePolicy policy) {
        this.policy = policy;
    }

    /** The policy that decides. */
    public LifecyclePolicy policy() {
        return policy;
    }

    /** Books a fact and evaluates the customer as of the date; {@code at} is the moment that transitions bear. */
    public Decision book(Life life, Fact fact, LocalDate asOf, Instant at) {
        MilestoneRules milestones = new MilestoneRules(policy, asOf);
        Known after = life.known().plus(fact, asOf);
        Way way = milestones.by(fact, life.known(), after, life.way());
        return evaluate(life.with(after).going(way), milestones, asOf, at);
    }

    /** Evaluates a customer of whom nothing new is known. */
    public Decision review(Life life, LocalDate asOf, Instant at) {
        return evaluate(life, new MilestoneRules(policy, asOf), asOf, at);
    }

    /** How a customer is doing as of a date that is not after the due date. */
    public Assessment assess(Life life, LocalDate asOf) {
        return new StageRules(life, asOf, policy).assessment();
    }

    /** What is to be expected of a customer as of a date; none before the first active day. */
    public @Nullable Outlook outlook(Life life, LocalDate asOf) {
        return new StageRules(life, asOf, policy).outlook();
    }

    /** Goes as far as the rules lead: a customer who recovers may be found to have matured meanwhile. */
    private Decision evaluate(Life life, MilestoneRules milestones, LocalDate asOf, Instant at) {
        Life now = life.with(life.known().settle(asOf));
        List<Transition> transitions = new ArrayList<>();
        StageRules rules = calmed(now, asOf);
        now = rules.life();
        for (Optional<StageRules.Move> move = rules.next(); move.isPresent(); move = rules.next()) {
            if (transitions.size() == Stage.values().length) {
                throw new IllegalStateException("The stages go round in a circle: " + transitions);
            }
            Stage from = now.standing() == null ? null : now.standing().stage();
            now = now.with(Standing.entered(move.get().to(), move.get().cause(), now.standing(), asOf, at));
            rules = calmed(now, asOf);
            now = rules.life();
            transitions.add(new Transition(
                    from, requireNonNull(now.standing()), causes(move.get(), rules.risk()), rules.assessment()));
        }
        Way way = milestones.byDate(now, life.isCustomer(), now.isCustomer());
        return settled(now.going(way).having(transitions), rules, transitions, milestones.passed());
    }

    /** The rules for a customer whose calm has begun, gone on or been broken by today's risk. */
    private StageRules calmed(Life life, LocalDate asOf) {
        StageRules rules = new StageRules(life, asOf, policy);
        if (!life.isIn(Stage.AT_RISK)) {
            return rules;
        }
        Standing standing = requireNonNull(life.standing());
        Standing calmed = rules.calmed(standing);
        return calmed.equals(standing) ? rules : new StageRules(life.with(calmed), asOf, policy);
    }

    /** Risk leads into AT_RISK with all that is true; every other cause stands alone. */
    private static List<Cause> causes(StageRules.Move move, Risk risk) {
        if (move.to() == Stage.AT_RISK) {
            return risk.causes();
        }
        return move.cause() == null ? List.of() : List.of(requireNonNull(move.cause()));
    }

    private static Decision settled(
            Life life, StageRules rules, List<Transition> transitions, List<Milestone> milestones) {
        Life due = life.dueOn(rules.due());
        if (due.standing() == null) {
            return new Decision(due, List.copyOf(transitions), milestones, null);
        }
        Assessment assessment = rules.assessment();
        Told told = Told.of(requireNonNull(due.standing()), assessment, due.due());
        return told.isNews(due.told())
                ? new Decision(due.telling(told), List.copyOf(transitions), milestones, assessment)
                : new Decision(due, List.copyOf(transitions), milestones, null);
    }
}
