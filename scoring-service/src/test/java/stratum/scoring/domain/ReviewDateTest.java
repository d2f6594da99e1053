package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stratum.scoring.domain.TierRules.Decision;
import stratum.scoring.reference.ReferencePolicy;
import stratum.scoring.reference.TierPath;

/**
 * Looking at a customer only when due gives, for every policy, exactly what looking at everybody every day gives, and what
 * the slow and obvious rules of the reference give.
 */
final class ReviewDateTest {

    private static final int PATHS = 60;
    private static final int DAYS = 500;
    private static final LocalDate FIRST = LocalDate.parse("2023-01-20");

    @ParameterizedTest
    @EnumSource(SamplePolicies.class)
    void reviewing_when_due_is_reviewing_every_day(SamplePolicies sample) {
        int evaluations = 0;
        for (long seed = 0; seed < PATHS; seed++) {
            Walk walk = new Walk(sample, seed).to(DAYS);

            assertThat(walk.whenDue).as("%s, seed %d", sample, seed).isEqualTo(walk.everyDay);
            assertThat(walk.whenDue).as("%s, seed %d", sample, seed).isEqualTo(walk.reference);
            assertThat(walk.due.standing).isEqualTo(walk.daily.standing);
            evaluations += walk.due.evaluations;
        }
        assertThat(evaluations).isLessThan(PATHS * DAYS / 3);
    }

    @ParameterizedTest
    @EnumSource(SamplePolicies.class)
    void deciding_again_changes_nothing_and_no_tier_is_lost_before_its_time(SamplePolicies sample) {
        for (long seed = PATHS; seed < 2 * PATHS; seed++) {
            Walk walk = new Walk(sample, seed).to(DAYS);

            assertThat(walk.lawless).as("%s, seed %d", sample, seed).isEmpty();
        }
    }

    /** One path, looked at in three ways. */
    private static final class Walk {

        private final TierPolicy policy;
        private final Random random;
        private final RandomPath path;
        private final TierPath slow;
        private final Looker daily;
        private final Looker due;
        private final List<String> everyDay = new ArrayList<>();
        private final List<String> whenDue = new ArrayList<>();
        private final List<String> reference = new ArrayList<>();
        private final List<String> lawless = new ArrayList<>();
        private @Nullable TierOverride said;

        Walk(SamplePolicies sample, long seed) {
            this.policy = sample.policy();
            this.random = new Random(seed);
            this.path = new RandomPath(random, DAYS);
            this.slow = new TierPath(sample.reference());
            this.daily = new Looker();
            this.due = new Looker();
        }

        Walk to(int days) {
            for (int day = 0; day < days; day++) {
                boolean fact = day == 0 || path.isFactDay();
                if (fact && day > 0) {
                    path.fact(day);
                }
                if (random.nextInt(150) == 0) {
                    file(day);
                    fact = true;
                }
                everyDay.addAll(daily.look(day));
                reference.addAll(steps(slow.evaluate(date(day), values(day)), day));
                if (fact || due.isDue(day)) {
                    whenDue.addAll(due.look(day));
                }
            }
            return this;
        }

        /** The customer file sets a tier by hand, also one that nobody has, or takes it back. */
        private void file(int day) {
            String tier = random.nextInt(5) == 0
                    ? "GOLD"
                    : policy.tier(random.nextInt(policy.tiers().size())).code();
            LocalDate until = date(day + random.nextInt(80));
            boolean takenBack = random.nextInt(4) == 0;
            said = takenBack ? null : new TierOverride(tier, "", "", until);
            slow.file(takenBack ? null : new stratum.events.TierOverride(tier, "", "", until));
        }

        private ReferencePolicy.Values values(int day) {
            return name -> Feature.called(name)
                    .map(feature -> path.on(day).get(feature))
                    .flatMap(value ->
                            value.isPresent() ? Optional.of(BigInteger.valueOf(value.getAsLong())) : Optional.empty());
        }

        private static List<String> steps(List<TierPath.Step> steps, int day) {
            return steps.stream()
                    .map(step -> said(day, step.kind().name(), step.from(), step.to()))
                    .toList();
        }

        private static String said(int day, String kind, @Nullable String from, String to) {
            return "%s %s %s %s".formatted(date(day), kind, from, to);
        }

        private static LocalDate date(int day) {
            return FIRST.plusDays(day);
        }

        /** Somebody who looks at the customer. */
        private final class Looker {

            private Standing standing = Standing.none();
            private @Nullable LocalDate review;
            private int evaluations;

            boolean isDue(int day) {
                return review != null && !review.isAfter(date(day));
            }

            List<String> look(int day) {
                return decided(decide(standing, day), day);
            }

            private Decision decide(Standing from, int day) {
                Profile file = new Profile(0, 0, false, null, null, null, false, false, said);
                Customer customer = new Customer(Ledger.empty(), file, from, null);
                return TierRules.decide(policy, customer, policy.assess(path.on(day)), date(day));
            }

            private List<String> decided(Decision decision, int day) {
                judge(decision, day);
                standing = decision.standing();
                review = ReviewDate.after(date(day), policy, standing, path.from(day));
                evaluations++;
                return decision.signals().stream()
                        .map(signal -> said(
                                day,
                                signal.kind().name(),
                                tier(signal.before()),
                                signal.after().tier()))
                        .toList();
            }

            private void judge(Decision decision, int day) {
                Decision again = decide(decision.standing(), day);
                require(isUnmoved(decision, again), "decided twice", day);
                for (Signal signal : decision.signals()) {
                    boolean moves = signal.kind() == SignalKind.UPGRADED || signal.kind() == SignalKind.DOWNGRADED;
                    require(!moves || !signal.after().tier().equals(tier(signal.before())), "from X to X", day);
                    require(signal.kind() != SignalKind.DOWNGRADED || isOver(signal.before(), day), "too early", day);
                }
            }

            private boolean isUnmoved(Decision one, Decision again) {
                return again.signals().isEmpty() && again.standing().equals(one.standing());
            }

            private boolean isOver(Standing before, int day) {
                Watch watch = before.watch();
                return watch != null
                        && policy.tier(before.tier())
                                .grace()
                                .endsOn(watch.since())
                                .equals(watch.until())
                        && !date(day).isBefore(watch.until());
            }

            private void require(boolean law, String broken, int day) {
                if (!law) {
                    lawless.add("%s on %s".formatted(broken, date(day)));
                }
            }
        }

        private static @Nullable String tier(Standing standing) {
            return standing.isAssigned() ? standing.tier() : null;
        }
    }
}
