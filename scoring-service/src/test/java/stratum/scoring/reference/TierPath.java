package stratum.scoring.reference;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.events.SignalKind;
import stratum.events.TierOverride;
import stratum.scoring.reference.ReferencePolicy.Shortfall;
import stratum.scoring.reference.ReferencePolicy.Tier;
import stratum.scoring.reference.ReferencePolicy.Values;

/** One customer's way through the tiers, one evaluation after the other. */
public final class TierPath {

    private final ReferencePolicy policy;
    private @Nullable Tier held;
    private @Nullable ReferenceWatch watch;
    private boolean toldToBeNear;
    private @Nullable TierOverride said;
    private @Nullable TierOverride byHand;
    private List<Step> steps = new ArrayList<>();

    /** A signal, with the tier shown before it and the one shown after it. */
    public record Step(SignalKind kind, @Nullable String from, String to) {}

    /** From before the first tier. */
    public TierPath(ReferencePolicy policy) {
        this.policy = policy;
    }

    /** What the latest customer file says is set by hand; seen at the next evaluation. */
    public void file(@Nullable TierOverride override) {
        said = override;
    }

    /** Evaluates the customer and says what is to be told. */
    public List<Step> evaluate(LocalDate asOf, Values values) {
        String before = shown();
        List<Step> followed = follow(asOf, values);
        TierOverride now = said != null && asOf.isBefore(said.getUntil()) && policy.knows(said.getTier()) ? said : null;
        if (now == null && byHand == null) {
            steps = new ArrayList<>(followed);
        } else if (before == null) {
            steps = new ArrayList<>(List.of(
                    followed.get(0),
                    new Step(
                            SignalKind.OVERRIDDEN,
                            followed.get(0).to(),
                            requireNonNull(now).getTier())));
        } else if (now == null) {
            steps = new ArrayList<>(List.of(new Step(
                    SignalKind.OVERRIDE_ENDED, before, requireNonNull(held).code())));
        } else if (now.equals(byHand)) {
            steps = new ArrayList<>();
        } else {
            steps = new ArrayList<>(List.of(new Step(SignalKind.OVERRIDDEN, before, now.getTier())));
        }
        toldToBeNear &= now == null || now.equals(byHand);
        byHand = now;
        if (byHand == null) {
            lookUp(values);
        }
        return List.copyOf(steps);
    }

    /** The tier that the customer sees; none before the first. */
    @Nullable String shown() {
        if (byHand != null) {
            return byHand.getTier();
        }
        return held == null ? null : held.code();
    }

    /** The watch that the customer sees. */
    @Nullable ReferenceWatch watch() {
        return byHand == null ? watch : null;
    }

    /** What the rules of section 4 make of it, whoever may have set another tier. */
    private List<Step> follow(LocalDate asOf, Values values) {
        steps = new ArrayList<>();
        int score = policy.score(values);
        Tier candidate = policy.candidate(score, values);
        if (held == null) {
            move(SignalKind.ASSIGNED, candidate);
        } else if (candidate.isAbove(held) && policy.promotesOn(asOf)) {
            move(SignalKind.UPGRADED, candidate);
        } else if (watch != null) {
            watched(watch, held, candidate, asOf);
        } else if (held.isAbove(candidate) && !policy.isWithinMargin(held, score, values)) {
            watch = new ReferenceWatch(asOf, held.lostOn(asOf));
            toldToBeNear = false;
            steps.add(new Step(SignalKind.WATCH_STARTED, held.code(), held.code()));
        }
        return steps;
    }

    private void watched(ReferenceWatch since, Tier holds, Tier candidate, LocalDate asOf) {
        if (!holds.isAbove(candidate)) {
            watch = null;
            steps.add(new Step(SignalKind.WATCH_ENDED, holds.code(), holds.code()));
        } else if (!asOf.isBefore(since.until())) {
            move(SignalKind.DOWNGRADED, candidate);
        }
    }

    /** Moving to another tier ends a watch without a word. */
    private void move(SignalKind kind, Tier to) {
        steps.add(new Step(kind, held == null ? null : held.code(), to.code()));
        held = to;
        watch = null;
        toldToBeNear = false;
    }

    /** Tells a customer that little is missing for the next tier, once before it is much again. */
    private void lookUp(Values values) {
        Tier holds = requireNonNull(held);
        Tier next = policy.above(holds).orElse(null);
        if (next == null) {
            return;
        }
        int score = policy.score(values);
        List<Shortfall> missing = policy.shortfalls(next, score, values);
        if (toldToBeNear) {
            toldToBeNear = missing.stream().allMatch(one -> one.isUpTo(one.isScore() ? percent(6) : percent(20)));
            return;
        }
        boolean safe = watch == null && !holds.isAbove(policy.candidate(score, values));
        if (safe && missing.size() == 1 && missing.get(0).isUpTo(missing.get(0).isScore() ? percent(3) : percent(10))) {
            toldToBeNear = true;
            steps.add(new Step(SignalKind.NEAR_UPGRADE, holds.code(), holds.code()));
        }
    }

    private static Fraction percent(int percent) {
        return Fraction.of(percent).over(Fraction.of(100));
    }
}
