package stratum.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.TierRules.Decision;
import stratum.scoring.reference.RandomHistories;
import stratum.scoring.reference.ReferencePolicy;
import stratum.scoring.reference.TierPath;
import stratum.scoring.usecase.ShippedPolicies;

/**
 * What holds of every customer's way through the tiers by the policies that are shipped, tried on thousands of random
 * histories: facts in four currencies, late, too late, repeated, reversed and out of order, tiers set by hand, days without a
 * tick.
 */
final class ScoringLawsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    /** The reference works with exact fractions; of so many histories it walks one. */
    private static final int REFERENCE_EVERY = 10;

    @ParameterizedTest
    @CsvSource({"rolling, 10000, 12000", "month-average, 12000, 13000"})
    void looking_when_due_tells_what_looking_every_day_tells_and_breaks_no_law(String id, long from, long to) {
        ShippedPolicy policy = ShippedPolicy.called(id);
        RandomHistories histories = RandomHistories.around(policy.reference(), ZONE);
        for (long seed = from; seed < to; seed++) {
            for (Diary diary : Diary.of(histories, ZONE, seed)) {
                WhenDue whenDue = new WhenDue(policy, new Random(seed));
                EveryDay everyDay = new EveryDay(policy, seed % REFERENCE_EVERY == 0);
                diary.tell(whenDue);
                diary.tell(everyDay);

                String who = "%s, seed %d, %s".formatted(id, seed, diary.customer());
                assertThat(whenDue.told).as(who).isEqualTo(everyDay.told);
                assertThat(whenDue.lawless).as(who).isEmpty();
                assertThat(bytes(whenDue.resumed)).as(who).isEqualTo(bytes(whenDue.customer));
                if (seed % REFERENCE_EVERY == 0) {
                    assertThat(whenDue.told).as("%s, by the reference", who).isEqualTo(everyDay.slowly);
                }
            }
        }
    }

    /** A policy as it rules, and as the reference reads it. */
    record ShippedPolicy(TierPolicy rules, ReferencePolicy reference) {

        static ShippedPolicy called(String id) {
            String currency = RandomHistories.CURRENCY;
            return new ShippedPolicy(
                    id.equals("rolling") ? ShippedPolicies.rolling(currency) : ShippedPolicies.monthAverage(currency),
                    ReferencePolicy.shipped(id, currency));
        }
    }

    /** Looks at the customer after each fact and when due, as the stream does, and now and then writes and reads it all. */
    private static final class WhenDue implements Diary.Reader {

        private final TierPolicy policy;
        private final Scoring scoring;
        private final Random random;
        private final List<String> told = new ArrayList<>();
        private final List<String> lawless = new ArrayList<>();
        private Customer customer = Customer.unknown();
        private Customer resumed = Customer.unknown();

        WhenDue(ShippedPolicy policy, Random random) {
            this.policy = policy.rules();
            this.scoring = new Scoring(policy.rules());
            this.random = random;
        }

        @Override
        public void fact(Fact fact, LocalDate asOf) {
            pass(asOf);
            step(known -> scoring.book(known, fact, asOf), asOf);
        }

        @Override
        public void file(Profile file, LocalDate asOf) {
            pass(asOf);
            step(known -> scoring.profile(known, file, asOf), asOf);
        }

        /** Days are passed one due date at a time. */
        @Override
        public void endOf(LocalDate date) {
            pass(date.plusDays(1));
        }

        private void pass(LocalDate date) {
            for (LocalDate due = customer.reviewDate();
                    due != null && due.isBefore(date);
                    due = customer.reviewDate()) {
                LocalDate on = due;
                step(known -> scoring.review(known, on), on);
            }
        }

        private void step(Function<Customer, Scored> step, LocalDate asOf) {
            Scored scored = step.apply(customer);
            customer = scored.customer();
            resumed = step.apply(resumed).customer();
            resumed = random.nextInt(4) == 0 ? read(bytes(resumed)) : resumed;
            scored.signals().forEach(signal -> told.add(said(asOf, signal)));
            judge(scored, asOf);
        }

        private void judge(Scored scored, LocalDate asOf) {
            Assessment assessment = scored.assessment();
            require(assessment.score() >= 0 && assessment.score() <= 1000, "a score beyond its bounds", asOf);
            LocalDate review = scored.customer().reviewDate();
            require(review == null || review.isAfter(asOf), "a review date that is over", asOf);
            scored.signals().forEach(signal -> judge(signal, assessment, asOf));
            Decision again = TierRules.decide(policy, scored.customer(), assessment, asOf);
            require(
                    !scored.customer().standing().isAssigned()
                            || (again.signals().isEmpty()
                                    && again.standing().equals(scored.customer().standing())),
                    "another decision on the same",
                    asOf);
        }

        private void judge(Signal signal, Assessment assessment, LocalDate asOf) {
            Standing before = signal.before();
            switch (signal.kind()) {
                case UPGRADED, ASSIGNED -> require(!signal.after().tier().equals(tier(before)), "from X to X", asOf);
                case DOWNGRADED -> {
                    require(!signal.after().tier().equals(tier(before)), "from X to X", asOf);
                    require(isGraceOver(before, asOf), "a demotion before the grace was over", asOf);
                }
                case WATCH_STARTED ->
                    require(
                            !policy.tier(before.tier()).keeps(assessment.features(), assessment.score()),
                            "a watch within the margin",
                            asOf);
                default -> {}
            }
        }

        private boolean isGraceOver(Standing before, LocalDate asOf) {
            Watch watch = before.watch();
            return watch != null
                    && policy.tier(before.tier()).grace().endsOn(watch.since()).equals(watch.until())
                    && !asOf.isBefore(watch.until());
        }

        private void require(boolean law, String broken, LocalDate asOf) {
            if (!law) {
                lawless.add("%s on %s".formatted(broken, asOf));
            }
        }
    }

    /** Looks at the customer after each fact and at the end of every day, with no review date; and lets the reference. */
    private static final class EveryDay implements Diary.Reader {

        private final TierPolicy policy;
        private final @Nullable TierPath slow;
        private final List<String> told = new ArrayList<>();
        private final List<String> slowly = new ArrayList<>();
        private Ledger ledger = Ledger.empty();
        private Profile profile = Profile.UNKNOWN;
        private Standing standing = Standing.none();

        EveryDay(ShippedPolicy policy, boolean withReference) {
            this.policy = policy.rules();
            this.slow = withReference ? new TierPath(policy.reference()) : null;
        }

        @Override
        public void fact(Fact fact, LocalDate asOf) {
            ledger = ledger.book(fact, asOf);
            look(asOf);
        }

        @Override
        public void file(Profile file, LocalDate asOf) {
            profile = profile.latest(file);
            look(asOf);
        }

        @Override
        public void endOf(LocalDate date) {
            look(date);
        }

        private void look(LocalDate asOf) {
            if (!ledger.hasBegun() || ledger.start() > asOf.toEpochDay()) {
                return;
            }
            Features features = ledger.features(asOf, policy.rates());
            Customer customer = new Customer(ledger, profile, standing, null);
            Decision decision = TierRules.decide(policy, customer, policy.assess(features), asOf);
            standing = decision.standing();
            decision.signals().forEach(signal -> told.add(said(asOf, signal)));
            if (slow != null) {
                slow.file(event(profile.override()));
                slow.evaluate(asOf, name -> value(features, name))
                        .forEach(step -> slowly.add(said(asOf, step.kind().name(), step.from(), step.to())));
            }
        }

        private static Optional<BigInteger> value(Features features, String name) {
            OptionalLong value = features.get(Feature.called(name).orElseThrow());
            return value.isPresent() ? Optional.of(BigInteger.valueOf(value.getAsLong())) : Optional.empty();
        }

        private static stratum.events.@Nullable TierOverride event(@Nullable TierOverride override) {
            return override == null
                    ? null
                    : new stratum.events.TierOverride(
                            override.tier(), override.reason(), override.by(), override.until());
        }
    }

    private static String said(LocalDate asOf, Signal signal) {
        return said(
                asOf,
                signal.kind().name(),
                tier(signal.before()),
                signal.after().tier());
    }

    private static String said(LocalDate asOf, String kind, @Nullable String from, String to) {
        return "%s %s %s %s".formatted(asOf, kind, from, to);
    }

    private static @Nullable String tier(Standing standing) {
        return standing.isAssigned() ? standing.tier() : null;
    }

    private static byte[] bytes(Customer customer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CustomerBytes.write(customer, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Customer read(byte[] bytes) {
        try {
            return CustomerBytes.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
