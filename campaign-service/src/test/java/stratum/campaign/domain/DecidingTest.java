package stratum.campaign.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static stratum.campaign.domain.Channel.EMAIL;
import static stratum.campaign.domain.Channel.PUSH;
import static stratum.campaign.domain.Channel.RM_CALL;
import static stratum.campaign.domain.Channel.SMS;
import static stratum.campaign.domain.Sample.NOON;
import static stratum.campaign.domain.Sample.ann;
import static stratum.campaign.domain.Sample.between;
import static stratum.campaign.domain.Sample.contacted;
import static stratum.campaign.domain.Sample.offered;
import static stratum.campaign.domain.Sample.upgraded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.Sample.Draft;

class DecidingTest {

    private static final Draft CAMPAIGN = Draft.of("one");
    private static final Duration HOUR = Duration.ofHours(1);

    static Stream<Arguments> gates() {
        Customer ann = ann(PUSH, SMS);
        Customer busy = busy(ann);
        return Stream.of(
                row("nothing in the way", CAMPAIGN, ann, "PUSH"),
                row("first channel refused", CAMPAIGN, ann(SMS), "SMS"),
                row("not for her", CAMPAIGN.condition(no()), ann, "CONDITION The condition does not hold"),
                row("for VIPs", CAMPAIGN.condition(subject -> subject.tier().equals("VIP")), ann, "PUSH"),
                row(
                        "not known",
                        CAMPAIGN.condition(unknown()),
                        ann,
                        "CONDITION The condition could not be decided: no such feature"),
                row("no consent", CAMPAIGN, ann(), "CONSENT No consent for MARKETING on PUSH, SMS"),
                row("consent elsewhere", CAMPAIGN, ann(EMAIL), "CONSENT No consent for MARKETING on PUSH, SMS"),
                row(
                        "nobody told of her",
                        CAMPAIGN,
                        Customer.unknown("x"),
                        "CONSENT No consent for MARKETING on PUSH, SMS"),
                row("service needs no yes", CAMPAIGN.objective(Objective.SERVICE), ann(), "PUSH"),
                row("service takes a no", CAMPAIGN.objective(Objective.SERVICE), refusing(PUSH), "SMS"),
                row(
                        "just offered",
                        CAMPAIGN.coolDown(30),
                        offered(ann, "one", Duration.ofDays(30).minusMillis(1)),
                        "COOL_DOWN Last offered at 1995-02-04T12:00:00.001Z, again after 30 days"),
                row("offered long ago", CAMPAIGN.coolDown(30), offered(ann, "one", Duration.ofDays(30)), "PUSH"),
                row("another was offered", CAMPAIGN, offered(ann, "two", HOUR), "PUSH"),
                row("four contacts", CAMPAIGN, busy, "FREQUENCY Reached: contacts at most 4 in 30 days"),
                row("the fourth just left", CAMPAIGN, longAgo(ann), "PUSH"),
                row("two pushes", CAMPAIGN, contacted(contacted(ann, PUSH, HOUR), PUSH, HOUR), "SMS"),
                row(
                        "two pushes and an SMS",
                        CAMPAIGN,
                        contacted(contacted(contacted(ann, PUSH, HOUR), PUSH, HOUR), SMS, HOUR),
                        "FREQUENCY Reached: PUSH at most 2 in 7 days, SMS at most 1 in 7 days"),
                row(
                        "a fund for the cautious",
                        CAMPAIGN.risk(3),
                        appetite(ann, "C2"),
                        "SUITABILITY The product has risk level 3, the customer's appetite is C2"),
                row("a fund for the bold", CAMPAIGN.risk(3), appetite(ann, "C3"), "PUSH"),
                row(
                        "a fund for nobody knows whom",
                        CAMPAIGN.risk(1),
                        ann,
                        "SUITABILITY The product has risk level 1, the customer's appetite is unknown"),
                row(
                        "credit in arrears",
                        CAMPAIGN.credit(),
                        ann.penalised(NOON.minus(Duration.ofDays(89))),
                        "SUITABILITY No credit for whoever is in arrears"),
                row("credit after arrears", CAMPAIGN.credit(), ann.penalised(NOON.minus(Duration.ofDays(90))), "PUSH"),
                row(
                        "a penalty taken back",
                        CAMPAIGN.credit(),
                        ann.penalised(NOON.minus(HOUR)).forgiven(NOON.minus(HOUR)),
                        "PUSH"),
                row("no credit, in arrears", CAMPAIGN, ann.penalised(NOON), "PUSH"),
                row(
                        "credit for the vulnerable",
                        CAMPAIGN.credit(),
                        vulnerable(ann),
                        "SUITABILITY No credit for whoever is flagged vulnerable"),
                row(
                        "suitability is lifted by no consent",
                        CAMPAIGN.risk(5).objective(Objective.SERVICE),
                        appetite(ann, "C4"),
                        "SUITABILITY The product has risk level 5, the customer's appetite is C4"),
                row("a complaint", CAMPAIGN, ann.complained(), "COMPLAINT Complaints open: 1"),
                row("a complaint answered", CAMPAIGN, ann.complained().answered(), "PUSH"),
                row("service for a complaint", CAMPAIGN.objective(Objective.SERVICE), ann.complained(), "PUSH"),
                row(
                        "declined",
                        CAMPAIGN.coolDown(0),
                        answered(ann, Happened.DECLINED, Duration.ofDays(89)),
                        "COOL_DOWN Last declined at 1994-12-07T12:00:00Z, again after 90 days"),
                row(
                        "declined long ago",
                        CAMPAIGN.coolDown(0),
                        answered(ann, Happened.DECLINED, Duration.ofDays(90)),
                        "PUSH"),
                row(
                        "accepted",
                        CAMPAIGN.coolDown(0),
                        answered(ann, Happened.ACCEPTED, Duration.ofDays(179)),
                        "COOL_DOWN Last accepted at 1994-09-08T12:00:00Z, again after 180 days"),
                row("kept apart", CAMPAIGN.control(1), ann, "CONTROL In the campaign's control group"),
                row(
                        "first the condition",
                        CAMPAIGN.condition(no()).control(1),
                        busy(ann()),
                        "CONDITION The condition does not hold"),
                row("then consent", CAMPAIGN.control(1), busy(ann()), "CONSENT No consent for MARKETING on PUSH, SMS"),
                row(
                        "then cool-down",
                        CAMPAIGN.control(1),
                        offered(busy, "one", HOUR),
                        "COOL_DOWN Last offered at 1995-03-06T11:00:00Z, again after 30 days"),
                row(
                        "first the condition, then suitability",
                        CAMPAIGN.risk(3).control(1),
                        busy(ann()),
                        "SUITABILITY The product has risk level 3, the customer's appetite is unknown"),
                row(
                        "complaints after consent",
                        CAMPAIGN,
                        busy(ann().complained()),
                        "CONSENT No consent for MARKETING on PUSH, SMS"),
                row(
                        "complaints before cool-down",
                        CAMPAIGN,
                        offered(ann.complained(), "one", HOUR),
                        "COMPLAINT Complaints open: 1"),
                row(
                        "budget before control",
                        CAMPAIGN.control(1).budget(0L, null),
                        ann,
                        "BUDGET Spent in the customer's part: 0 in all"),
                row(
                        "frequency before budget",
                        CAMPAIGN.budget(0L, 0L),
                        busy,
                        "FREQUENCY Reached: contacts at most 4 in 30 days"),
                row("then frequency", CAMPAIGN.control(1), busy, "FREQUENCY Reached: contacts at most 4 in 30 days"),
                row("a call for some tiers", callsFor("PRIVATE"), ann(RM_CALL, SMS), "SMS"),
                row("a call for her tier", callsFor("VIP"), ann(RM_CALL, SMS), "RM_CALL"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("gates")
    void the_first_gate_that_fails_gives_the_reason(String what, Draft campaign, Customer customer, String outcome) {
        assertThat(outcome(decided(between(campaign.build()), customer), "one"))
                .as(what)
                .isEqualTo(outcome);
    }

    static Stream<Arguments> rivals() {
        return Stream.of(
                Arguments.of(
                        "more value", Draft.of("a").worth(1_000), Draft.of("b").worth(1_001), "b"),
                Arguments.of(
                        "a lever",
                        Draft.of("a").worth(1_000).lever(1.1),
                        Draft.of("b").worth(1_001),
                        "a"),
                Arguments.of("a tie", Draft.of("b"), Draft.of("a"), "a"),
                Arguments.of("one stopped", Draft.of("a").worth(9_000).condition(no()), Draft.of("b"), "b"),
                Arguments.of("one kept apart", Draft.of("a").worth(9_000).control(1), Draft.of("b"), "b"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("rivals")
    void the_campaign_expected_to_bring_most_makes_the_offer(String what, Draft one, Draft two, String winner) {
        Decision decision = decided(between(one.build(), two.build()), ann(PUSH));

        assertThat(requireNonNull(decision.offer()).campaign().id()).as(what).isEqualTo(winner);
    }

    @Test
    void those_that_are_beaten_are_told_by_whom() {
        Decision decision = decided(
                between(Draft.of("a").build(), Draft.of("b").worth(9_000).build()), ann(PUSH));

        assertThat(outcome(decision, "a")).isEqualTo("OUTRANKED b is expected to bring more");
        assertThat(outcome(decision, "b")).isEqualTo("PUSH");
    }

    @Test
    void an_offer_says_everything_a_channel_needs() {
        Customer wei = ann(PUSH)
                .profiled(Sample.profile(requireNonNull(ann(PUSH).profile()).consents(), "zh"));

        Offer offer = requireNonNull(decided(between(CAMPAIGN.build()), wei).offer());

        assertThat(offer.language()).isEqualTo("zh-CN");
        assertThat(offer.messages())
                .containsExactly(
                        new Message("en", "Now VIP", "Until 16 March 1995"),
                        new Message("zh-CN", "现为贵宾", "至1995年3月16日"));
        assertThat(offer.validUntil()).isEqualTo(NOON.plus(Duration.ofDays(10)));
        assertThat(offer.tier()).isEqualTo("VIP");
        assertThat(offer.stage()).isEqualTo("GROWTH");
        assertThat(offer.reasons()).extracting(Reason::code).containsExactly("UPGRADED");
    }

    @Test
    void ids_are_a_function_of_what_was_decided() {
        Decision one = decided(between(CAMPAIGN.build()), ann(PUSH));
        Decision again = decided(between(CAMPAIGN.build()), ann(PUSH));
        Decision nextVersion = decided(between(CAMPAIGN.build(2, Instant.EPOCH, null)), ann(PUSH));

        assertThat(again).isEqualTo(one);
        assertThat(one.id()).matches("[0-9a-f]{32}").isEqualTo(nextVersion.id());
        assertThat(requireNonNull(one.offer()).id())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(one.id())
                .isNotEqualTo(requireNonNull(nextVersion.offer()).id());
    }

    @Test
    void an_occasion_nobody_waits_for_is_no_decision() {
        Occasion watched = new Occasion(
                OccasionKind.TIER_SIGNAL, "s", "WATCH_STARTED", NOON, Map.of(), Map.of(), List.of(), List.of(), null);

        assertThat(decide(between(CAMPAIGN.build()), ann(PUSH), watched, NOON)).isEmpty();
    }

    @Test
    void an_occasion_decided_before_is_not_decided_again() {
        Deciding deciding = between(CAMPAIGN.coolDown(0).build());
        Customer after = deciding.remember(ann(PUSH), decided(deciding, ann(PUSH)));

        assertThat(decide(deciding, after, upgraded("s1"), NOON)).isEmpty();
        assertThat(decide(deciding, after, upgraded("s2"), NOON)).isPresent();
    }

    @Test
    void an_occasion_so_old_that_a_repeat_would_not_be_known_is_not_decided() {
        Deciding deciding = between(CAMPAIGN.build());
        Instant lastDay = NOON.plus(Duration.ofDays(400));

        assertThat(decide(deciding, ann(PUSH), upgraded("s1"), lastDay)).isPresent();
        assertThat(decide(deciding, ann(PUSH), upgraded("s1"), lastDay.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void the_version_in_force_at_the_moment_decides() {
        Deciding deciding = between(
                CAMPAIGN.build(1, NOON.minus(HOUR), null),
                CAMPAIGN.build(2, NOON, NOON.plus(HOUR)),
                Draft.of("two").build(1, Instant.EPOCH, NOON));

        assertThat(considered(deciding, NOON.minus(HOUR))).containsExactly("one 1", "two 1");
        assertThat(considered(deciding, NOON.minusMillis(1))).containsExactly("one 1", "two 1");
        assertThat(considered(deciding, NOON)).containsExactly("one 2");
        assertThat(considered(deciding, NOON.plus(HOUR))).isEmpty();
    }

    private static List<String> considered(Deciding deciding, Instant at) {
        return decide(deciding, ann(PUSH), upgraded("s1"), at).stream()
                .flatMap(decision -> decision.considered().stream())
                .map(one -> one.campaignId() + " " + one.version())
                .toList();
    }

    private static Decision decided(Deciding deciding, Customer customer) {
        return decide(deciding, customer, upgraded("s1"), NOON).orElseThrow();
    }

    private static Optional<Decision> decide(Deciding deciding, Customer customer, Occasion occasion, Instant at) {
        return deciding.decide(customer, occasion, Sample.when(at), Budget.Spending.NOTHING);
    }

    private static String outcome(Decision decision, String campaign) {
        Withheld withheld = decision.considered().stream()
                .filter(one -> one.campaignId().equals(campaign))
                .findFirst()
                .orElseThrow()
                .withheld();
        return withheld == null
                ? requireNonNull(decision.offer()).channel().name()
                : withheld.why() + " " + withheld.detail();
    }

    private static Arguments row(String what, Draft campaign, Customer customer, String outcome) {
        return Arguments.of(what, campaign, customer, outcome);
    }

    private static Condition no() {
        return subject -> false;
    }

    private static Condition unknown() {
        return subject -> {
            throw new Condition.Undecidable("no such feature", new IllegalStateException());
        };
    }

    private static Customer appetite(Customer customer, String appetite) {
        Profile known = requireNonNull(customer.profile());
        return customer.profiled(new Profile(
                known.at(),
                known.kind(),
                known.language(),
                false,
                known.consents(),
                null,
                null,
                null,
                null,
                appetite,
                null));
    }

    private static Customer vulnerable(Customer customer) {
        Profile known = requireNonNull(customer.profile());
        return customer.profiled(new Profile(
                known.at(),
                known.kind(),
                known.language(),
                true,
                known.consents(),
                null,
                null,
                null,
                null,
                null,
                null));
    }

    private static Customer answered(Customer customer, Happened answer, Duration ago) {
        Deciding deciding = between(CAMPAIGN.build());
        Instant before = NOON.minus(Duration.ofDays(200));
        Customer offered = deciding.remember(
                customer,
                decide(deciding, customer, upgraded("long ago"), before).orElseThrow());
        return offered.heard(offered.history().exposures().get(0), answer, PUSH, NOON.minus(ago));
    }

    private static Draft callsFor(String tier) {
        return CAMPAIGN.channels(new ChannelChoice(RM_CALL, Set.of(tier)), new ChannelChoice(SMS, Set.of()));
    }

    private static Customer busy(Customer customer) {
        Customer busy = customer;
        for (int week = 1; week <= 4; week++) {
            busy = contacted(busy, EMAIL, Duration.ofDays(7).multipliedBy(week));
        }
        return busy;
    }

    private static Customer longAgo(Customer customer) {
        Customer busy = contacted(customer, EMAIL, Duration.ofDays(30));
        for (int week = 1; week <= 3; week++) {
            busy = contacted(busy, EMAIL, Duration.ofDays(7).multipliedBy(week));
        }
        return busy;
    }

    private static Customer refusing(Channel channel) {
        Consents refused = new Consents(Set.of(), Set.of(new Consents.Permission(channel, Purpose.SERVICE)));
        return Customer.unknown("ann").profiled(Sample.profile(refused, "en"));
    }
}
