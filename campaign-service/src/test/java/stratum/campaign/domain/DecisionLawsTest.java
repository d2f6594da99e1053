package stratum.campaign.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.Sample.Draft;

/** Laws that hold for whatever happens to a customer, over four thousand histories. */
class DecisionLawsTest {

    private static final int HISTORIES_PER_BATCH = 200;
    private static final ControlShare UNIVERSAL = new ControlShare(0.2, "laws");
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Shanghai", "America/New_York", "Europe/Prague", "Pacific/Kiritimati");
    private static final List<Campaign> CAMPAIGNS = List.of(
            Draft.of("care").objective(Objective.SERVICE).worth(10).coolDown(1).build(),
            Draft.of("calls")
                    .channels(new ChannelChoice(Channel.RM_CALL, Set.of()), new ChannelChoice(Channel.EMAIL, Set.of()))
                    .worth(900)
                    .coolDown(3)
                    .control(0.3)
                    .build(),
            Draft.of("credit").worth(700).credit().coolDown(5).build(),
            Draft.of("often")
                    .worth(500)
                    .coolDown(0)
                    .control(0.1)
                    .budget(40L, 1L)
                    .build(),
            Draft.of("picky")
                    .worth(5_000)
                    .coolDown(2)
                    .condition(subject -> subject.today().getDayOfMonth() % 3 == 0)
                    .build());
    private static final Campaigns ALL = Campaigns.live(CAMPAIGNS);
    private static final ContactPolicy POLICY = Sample.policy(UNIVERSAL);
    private static final Deciding DECIDING = Sample.between(ALL, POLICY);
    private static final Following FOLLOWING = new Following(ALL);

    /** What was so when a decision was made. */
    private record Seen(Decision decision, Consents consents, ZoneId zone, int openComplaints, boolean inArrears) {}

    /** What happened to a customer. */
    private record Life(String customer, List<Seen> seen, Map<String, List<Answer>> answers) {
        private record Answer(Happened what, Instant at) {}

        Stream<Decision> decisions() {
            return seen.stream().map(Seen::decision);
        }

        List<Seen> offering() {
            return seen.stream().filter(one -> one.decision().offer() != null).toList();
        }
    }

    /** One budget for everybody, as if there were one part only. */
    private static final class Purse implements Budget.Spending {

        private final Map<String, Long> spent = new HashMap<>();

        @Override
        public long ofAll(String campaignId) {
            return spent.getOrDefault(campaignId, 0L);
        }

        @Override
        public long on(String campaignId, LocalDate date) {
            return spent.getOrDefault(campaignId + date, 0L);
        }

        @Override
        public Budget.Part part() {
            return new Budget.Part(0, 1);
        }

        void one(String campaignId, LocalDate date) {
            spent.merge(campaignId, 1L, Long::sum);
            spent.merge(campaignId + date, 1L, Long::sum);
        }
    }

    /** A hundred days of random files, complaints, arrears, answers, occasions, their undoing, and repeats. */
    private static final class Living {

        private final Random random;
        private final Purse purse = new Purse();
        private final Life life;
        private Customer customer;
        private Instant at = Sample.NOON;

        Living(long seed) {
            random = new Random(seed);
            customer = Sample.customer("c" + seed);
            life = new Life(customer.id(), new ArrayList<>(), new HashMap<>());
        }

        Life live() {
            for (int step = 0; step < 300; step++) {
                Instant next = at.plus(Duration.ofMinutes(random.nextInt(900)));
                wakeUpTo(next);
                at = next;
                step(step);
            }
            return life;
        }

        private void step(int step) {
            switch (random.nextInt(12)) {
                case 0, 1 -> customer = customer.profiled(profile(random, at));
                case 2 -> customer = random.nextInt(3) == 0 ? customer.complained() : customer.answered();
                case 3 -> customer = random.nextInt(9) == 0 ? customer.penalised(at) : customer;
                case 4 -> answer();
                case 5 -> undo(step);
                default -> occasion(Sample.upgraded("s" + (random.nextInt(5) == 0 ? step / 2 : step), at));
            }
        }

        private void answer() {
            List<Exposure> offers = customer.history().exposures().stream()
                    .filter(one -> !one.isControl())
                    .toList();
            if (!offers.isEmpty()) {
                Exposure offer = offers.get(random.nextInt(offers.size()));
                Happened what = Happened.values()[random.nextInt(Happened.FAILED.ordinal() + 1)];
                customer = customer.heard(offer, what, offer.channel(), at);
                life.answers()
                        .computeIfAbsent(offer.campaignId(), id -> new ArrayList<>())
                        .add(new Life.Answer(what, at));
            }
        }

        private void undo(int step) {
            Occasion undoing = Sample.signal("u" + step, "DOWNGRADED", at);
            for (Waiting waited : FOLLOWING.undoneWaiting(customer, undoing)) {
                decided(DECIDING.vanished(customer, waited, Sample.when(at)));
            }
            for (Withdrawal withdrawal : FOLLOWING.undone(customer, undoing, at)) {
                customer = FOLLOWING.remember(customer, withdrawal, at);
            }
        }

        private void occasion(Occasion occasion) {
            DECIDING.decide(customer, occasion, Sample.when(at), purse).ifPresent(this::decided);
        }

        private void wakeUpTo(Instant next) {
            for (Optional<Waiting> first = first(next); first.isPresent(); first = first(next)) {
                at = first.get().until();
                DECIDING.decideAgain(customer, first.get(), Sample.when(at), purse)
                        .ifPresent(this::decided);
            }
        }

        private Optional<Waiting> first(Instant upTo) {
            return customer.history().waiting().stream()
                    .filter(waited -> !waited.until().isAfter(upTo))
                    .min(Comparator.comparing(Waiting::until));
        }

        private void decided(Decision decision) {
            life.seen()
                    .add(new Seen(
                            decision,
                            customer.consents(),
                            zoneOf(customer),
                            customer.caution().openComplaints(),
                            customer.caution().penalty() != null
                                    && customer.caution()
                                            .penalty()
                                            .plus(Duration.ofDays(90))
                                            .isAfter(at)));
            if (decision.offer() != null) {
                purse.one(decision.offer().campaign().id(), decision.today());
            }
            customer = DECIDING.remember(customer, decision);
        }
    }

    private static ZoneId zoneOf(Customer customer) {
        String zone = requireNonNull(customer.profile()).zone();
        return ZoneId.of(zone == null ? "UTC" : zone);
    }

    private static Profile profile(Random random, Instant at) {
        Consents consents = new Consents(permissions(random), permissions(random));
        String zone = random.nextInt(4) == 0 ? null : ZONES.get(random.nextInt(ZONES.size()));
        return new Profile(at, "PERSONAL", "en", random.nextInt(9) == 0, consents, null, zone, null, null, null, null);
    }

    private static Set<Consents.Permission> permissions(Random random) {
        return Stream.of(Channel.values())
                .filter(channel -> random.nextInt(3) > 0)
                .map(channel ->
                        new Consents.Permission(channel, random.nextBoolean() ? Purpose.MARKETING : Purpose.SERVICE))
                .collect(Collectors.toSet());
    }

    private static Life live(long seed) {
        return new Living(seed).live();
    }

    @ParameterizedTest(name = "batch {0}")
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void the_laws_hold(long batch) {
        long first = batch * HISTORIES_PER_BATCH + 1;
        LongStream.range(first, first + HISTORIES_PER_BATCH)
                .mapToObj(DecisionLawsTest::live)
                .forEach(DecisionLawsTest::requireLawful);
        assertThat(live(first).seen())
                .as("the same again")
                .isEqualTo(live(first).seen());
    }

    private static void requireLawful(Life life) {
        at_most_one_last_word_per_occasion(life);
        never_over_a_cap_in_any_rolling_window(life);
        never_inside_quiet_hours(life);
        never_without_consent_at_that_moment(life);
        never_marketing_while_a_complaint_is_open_nor_credit_in_arrears(life);
        never_within_the_peace_after_an_answer(life);
        never_over_a_budget(life);
        a_control_customer_is_never_contacted(life);
        withheld_always_has_a_reason_and_only_one_offers(life);
        whoever_waits_is_decided_when_the_quiet_hours_end(life);
        offer_ids_are_all_different(life);
    }

    private static void at_most_one_last_word_per_occasion(Life life) {
        assertThat(life.decisions()
                        .filter(decision -> decision.again() == null)
                        .map(decision -> decision.occasion().id()))
                .doesNotHaveDuplicates();
    }

    private static void never_over_a_cap_in_any_rolling_window(Life life) {
        for (ContactPolicy.Cap cap : POLICY.caps()) {
            List<Instant> contacts = life.offering().stream()
                    .filter(one -> cap.channel() == null || offerOf(one).channel() == cap.channel())
                    .map(one -> one.decision().at())
                    .toList();
            for (Instant end : contacts) {
                assertThat(contacts.stream()
                                .filter(one -> !one.isAfter(end) && one.isAfter(end.minus(cap.window())))
                                .count())
                        .as("%s in the window that ends at %s", cap, end)
                        .isLessThanOrEqualTo(cap.most());
            }
        }
    }

    private static void never_inside_quiet_hours(Life life) {
        for (Seen one : life.offering()) {
            LocalTime there = one.decision().at().atZone(one.zone()).toLocalTime();
            assertThat(there).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59, 59, 999_999_999));
        }
    }

    private static void never_without_consent_at_that_moment(Life life) {
        for (Seen one : life.offering()) {
            Offer offer = offerOf(one);
            Consents.Permission used = new Consents.Permission(
                    offer.channel(), offer.campaign().objective().purpose());
            assertThat(one.consents().granted().contains(used)
                            || (used.purpose() == Purpose.SERVICE
                                    && !one.consents().refused().contains(used)))
                    .isTrue();
        }
    }

    private static void never_marketing_while_a_complaint_is_open_nor_credit_in_arrears(Life life) {
        for (Seen one : life.offering()) {
            Campaign campaign = offerOf(one).campaign();
            assertThat(one.openComplaints() == 0 || campaign.id().equals("care"))
                    .isTrue();
            assertThat(one.inArrears() && campaign.id().equals("credit")).isFalse();
        }
    }

    private static void never_within_the_peace_after_an_answer(Life life) {
        for (Seen one : life.offering()) {
            Instant at = one.decision().at();
            for (Life.Answer answer :
                    life.answers().getOrDefault(offerOf(one).campaign().id(), List.of())) {
                int days = answer.what() == Happened.DECLINED ? 90 : answer.what() == Happened.ACCEPTED ? 180 : 0;
                assertThat(answer.at().isBefore(at)
                                && answer.at().plus(Duration.ofDays(days)).isAfter(at))
                        .isFalse();
            }
        }
    }

    private static void never_over_a_budget(Life life) {
        Map<LocalDate, Long> often = life.offering().stream()
                .filter(one -> offerOf(one).campaign().id().equals("often"))
                .collect(Collectors.groupingBy(one -> one.decision().today(), Collectors.counting()));
        assertThat(often.values()).allMatch(count -> count <= 1);
        assertThat(often.values().stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(40);
    }

    private static void a_control_customer_is_never_contacted(Life life) {
        for (Seen one : life.offering()) {
            Campaign campaign = offerOf(one).campaign();
            assertThat(campaign.control().holds(life.customer(), campaign.id())).isFalse();
            assertThat(campaign.objective() != Objective.SERVICE && UNIVERSAL.holds(life.customer(), "universal"))
                    .isFalse();
        }
        life.decisions()
                .map(Decision::control)
                .filter(Objects::nonNull)
                .forEach(control ->
                        assertThat(control.campaignId().equals("care")).isFalse());
    }

    private static void withheld_always_has_a_reason_and_only_one_offers(Life life) {
        life.decisions().forEach(decision -> {
            assertThat(decision.considered().stream().map(Considered::campaignId))
                    .containsExactly("calls", "care", "credit", "often", "picky");
            assertThat(decision.considered().stream()
                            .filter(one -> one.withheld() == null)
                            .count())
                    .isEqualTo(decision.offer() == null ? 0 : 1);
            assertThat(decision.considered().stream()
                            .map(Considered::withheld)
                            .filter(Objects::nonNull)
                            .allMatch(withheld -> !withheld.detail().isBlank()))
                    .isTrue();
        });
    }

    /** The first word waits, and the last one comes at the very moment it waited for, unless the reason went before. */
    private static void whoever_waits_is_decided_when_the_quiet_hours_end(Life life) {
        Map<String, Instant> until = new HashMap<>();
        life.decisions().forEach(decision -> {
            Instant promised = until.remove(decision.occasion().id());
            if (promised != null) {
                boolean vanished = decision.considered().stream()
                        .allMatch(
                                one -> one.withheld() != null && one.withheld().why() == Withheld.Why.VANISHED);
                assertThat(
                                vanished
                                        ? !decision.at().isAfter(promised)
                                        : decision.at().equals(promised))
                        .isTrue();
            }
            if (decision.again() != null) {
                until.put(decision.occasion().id(), decision.again());
            }
        });
    }

    private static void offer_ids_are_all_different(Life life) {
        List<String> ids =
                life.offering().stream().map(one -> offerOf(one).id()).toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    private static Offer offerOf(Seen one) {
        return requireNonNull(one.decision().offer());
    }

    /** Or the laws would hold for want of a case. */
    @Test
    void every_reason_comes_up_and_so_do_offers_and_controls() {
        List<Life> lives =
                LongStream.rangeClosed(1, 100).mapToObj(DecisionLawsTest::live).toList();
        Set<Withheld.Why> seen = EnumSet.noneOf(Withheld.Why.class);
        lives.stream()
                .flatMap(Life::decisions)
                .flatMap(decision -> decision.considered().stream())
                .map(Considered::withheld)
                .filter(Objects::nonNull)
                .forEach(withheld -> seen.add(withheld.why()));

        assertThat(seen).containsExactly(Withheld.Why.values());
        assertThat(lives.stream().mapToLong(life -> life.offering().size()).sum())
                .isGreaterThan(500);
        assertThat(lives.stream().flatMap(Life::decisions).map(Decision::control))
                .anyMatch(Objects::nonNull);
    }
}
