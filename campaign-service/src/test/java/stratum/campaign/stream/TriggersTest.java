package stratum.campaign.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stratum.campaign.usecase.PublishedCampaigns;
import stratum.events.AcceptanceSeen;
import stratum.events.CampaignStatus;
import stratum.events.Channel;
import stratum.events.ContactPurpose;
import stratum.events.DecisionMade;
import stratum.events.Direction;
import stratum.events.Exposed;
import stratum.events.ExposureFollowed;
import stratum.events.Happened;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.MilestoneKind;
import stratum.events.MilestoneReached;
import stratum.events.Money;
import stratum.events.OfferMade;
import stratum.events.OfferOutcome;
import stratum.events.OfferWithdrawn;
import stratum.events.OutcomeKind;
import stratum.events.ProductFamily;
import stratum.events.PropensityLearned;
import stratum.events.Purpose;
import stratum.events.Reversed;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.events.TransactionPosted;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.Topics;

/** Every kind of occasion, quiet hours, answers, goals and withdrawals, on the stream, by campaigns taken from the log. */
class TriggersTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final LocalDate MONDAY = LocalDate.of(1995, 3, 6);
    private static final Instant MORNING = Instant.parse("1995-03-06T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final DecisionDriver driver =
            new DecisionDriver(CampaignTopologyTest.decisions(PublishedCampaigns.alone()), ZONE);

    @AfterEach
    void close() {
        driver.close();
    }

    private static Told ann() {
        return Told.of("ann").at(MORNING);
    }

    private TriggersTest runs(Written campaign) {
        driver.publish(Topics.CAMPAIGNS, campaign.live(Instant.EPOCH));
        driver.publish(List.of(ann().at(MORNING.minus(DAY)).consents(ContactPurpose.MARKETING, Channel.PUSH)));
        return this;
    }

    static List<Arguments> occasions() {
        return List.of(
                occasion(
                        Written.on("TIER_SIGNAL", "WATCH_STARTED"),
                        Topics.TIER_SIGNALS,
                        ann().signalled(SignalKind.WATCH_STARTED, "MASS", "MASS")),
                occasion(
                        Written.on("STAGE_CHANGE", "MATURITY"),
                        Topics.TRANSITIONS,
                        ann().moved(Stage.GROWTH, Stage.MATURITY)),
                occasion(Written.on("MILESTONE", "BIRTHDAY"), Topics.MILESTONES, milestone(MilestoneKind.BIRTHDAY)),
                occasion(
                        Written.on("INTERACTION", "SURVEY_ANSWERED").and("\"condition\": \"trigger.score >= 9\""),
                        Topics.INTERACTIONS,
                        answered(9)),
                occasion(
                        Written.on("TRANSACTION", "SALARY").and("\"condition\": \"trigger.amountMinor >= 100\""),
                        Topics.TRANSACTIONS,
                        salary("t1", MORNING)),
                occasion(
                        Written.walking("DAY", "1995-03-06"),
                        Topics.SCORES,
                        ann().at(MORNING.minus(DAY)).scored("CORE")));
    }

    private static Arguments occasion(Written campaign, String topic, SpecificRecord fact) {
        return Arguments.of(campaign, topic, fact);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("occasions")
    void every_kind_of_occasion_leads_to_an_offer_once(Written campaign, String topic, SpecificRecord fact) {
        runs(campaign);
        driver.publish(topic, fact).publish(topic, fact).endOf(MONDAY);

        assertThat(offers())
                .extracting(OfferMade::getCampaignId)
                .contains("test")
                .hasSize(1);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void what_comes_in_quiet_hours_waits_and_is_decided_again_by_what_is_known_then() {
        runs(Written.on("TRANSACTION", "SALARY"));
        Instant night = Instant.parse("1995-03-06T21:00:00Z");
        Instant eight = Instant.parse("1995-03-07T07:00:00Z");
        driver.publish(List.of(salary("t1", night))).endOf(MONDAY);

        assertThat(offers()).isEmpty();
        assertThat(decisions()).singleElement().satisfies(waiting -> {
            assertThat(waiting.getWaitsUntil()).isEqualTo(eight);
            assertThat(waiting.getConsidered().get(0).getWithheld()).isEqualTo("QUIET_HOURS");
        });

        driver.publish(List.of(salary("t1", night))).tick(eight.minusMillis(1));
        assertThat(decisions()).isEmpty();

        driver.tick(eight);
        assertThat(offers()).singleElement().satisfies(offer -> {
            assertThat(offer.getOccurredAt()).isEqualTo(eight);
            assertThat(offer.getOccasion().getId()).isEqualTo("t1");
        });
        assertThat(decisions())
                .singleElement()
                .extracting(DecisionMade::getWaitsUntil)
                .isNull();
    }

    @Test
    void consent_withdrawn_while_it_waits_counts() {
        runs(Written.on("TRANSACTION", "SALARY"));
        Instant night = Instant.parse("1995-03-06T21:00:00Z");
        driver.publish(List.of(
                        salary("t1", night), ann().at(night.plusSeconds(60)).consents(ContactPurpose.SERVICE)))
                .endOf(MONDAY)
                .endOf(MONDAY.plusDays(1));

        assertThat(offers()).isEmpty();
        assertThat(decisions().get(1).getConsidered().get(0).getWithheld()).isEqualTo("CONSENT");
    }

    @Test
    void a_reversal_while_it_waits_takes_the_reason_away() {
        runs(Written.on("TRANSACTION", "SALARY"));
        Instant night = Instant.parse("1995-03-06T21:00:00Z");
        driver.publish(List.of(salary("t1", night), reversal("t2", "t1", night, night.plusSeconds(60))))
                .endOf(MONDAY)
                .endOf(MONDAY.plusDays(1));

        assertThat(offers()).isEmpty();
        assertThat(decisions().get(1).getConsidered().get(0).getWithheld()).isEqualTo("VANISHED");
    }

    @Test
    void an_offer_nobody_has_heard_of_is_withdrawn_where_its_reason_is_gone() {
        runs(Written.on("TRANSACTION", "SALARY"));
        driver.publish(List.of(salary("t1", MORNING), reversal("t2", "t1", MORNING, MORNING.plusSeconds(3600))))
                .endOf(MONDAY);

        List<SpecificRecord> announced = driver.everythingOn(Topics.OFFERS);
        assertThat(announced).hasSize(2);
        assertThat(announced.get(1)).isInstanceOfSatisfying(OfferWithdrawn.class, withdrawn -> {
            assertThat(withdrawn.getOfferId()).isEqualTo(((OfferMade) announced.get(0)).getOfferId());
            assertThat(withdrawn.getReason().getText()).containsKeys("en", "zh-CN");
        });
    }

    @Test
    void answers_give_peace_and_unsubscribing_withdraws_consent() {
        runs(Written.on("TRANSACTION", "SALARY"));
        driver.publish(List.of(salary("t1", MORNING))).endOf(MONDAY);
        String offer = offers().get(0).getOfferId();
        decisions();
        driver.publish(List.of(
                        outcome("o1", offer, OutcomeKind.DELIVERED, MORNING.plus(DAY)),
                        outcome("o2", offer, OutcomeKind.DECLINED, MORNING.plus(DAY)),
                        salary("t2", MORNING.plus(DAY.multipliedBy(2)))))
                .endOf(MONDAY.plusDays(2))
                .publish(List.of(
                        outcome("o3", offer, OutcomeKind.UNSUBSCRIBED, MORNING.plus(DAY.multipliedBy(3))),
                        salary("t3", MORNING.plus(DAY.multipliedBy(4))),
                        ann().at(MORNING.plus(DAY.multipliedBy(5))).consents(ContactPurpose.MARKETING, Channel.PUSH),
                        salary("t4", MORNING.plus(DAY.multipliedBy(100)))))
                .endOf(MONDAY.plusDays(100));

        assertThat(decisions())
                .extracting(one -> one.getConsidered().get(0).getWithheld())
                .containsExactly("COOL_DOWN", "CONSENT", null);
        assertThat(followed())
                .extracting(ExposureFollowed::getHappened)
                .containsExactly(Happened.DELIVERED, Happened.DECLINED, Happened.UNSUBSCRIBED);
    }

    @Test
    void a_goal_is_found_in_the_banks_facts_for_those_left_alone_too() {
        String goal = "\"goal\": {\"kind\": \"TRANSACTION\", \"names\": [\"WEALTH_PURCHASE\"],"
                + " \"condition\": \"trigger.amountMinor >= 100\", \"withinDays\": 30}";
        runs(Written.on("TRANSACTION", "SALARY")
                .and(goal)
                .and("\"condition\": \"true\"")
                .and("\"control\": {\"share\": 0.5, \"salt\": \"s\"}"));
        List<String> customers = IntStream.range(0, 40).mapToObj(i -> "c" + i).toList();
        List<SpecificRecord> facts = new ArrayList<>();
        for (String customer : customers) {
            facts.add(Told.of(customer).at(MORNING.minus(DAY)).consents(ContactPurpose.MARKETING, Channel.PUSH));
            facts.add(posted(customer, "s", MORNING, Purpose.SALARY, 500));
            facts.add(posted(customer, "w", MORNING.plus(DAY), Purpose.WEALTH_PURCHASE, 300));
        }
        driver.publish(facts).endOf(MONDAY.plusDays(1));

        List<SpecificRecord> told = driver.everythingOn(Topics.EXPOSURES);
        assertThat(told.stream()
                        .filter(Exposed.class::isInstance)
                        .map(Exposed.class::cast)
                        .filter(Exposed::getControl)
                        .count())
                .isBetween(10L, 30L);
        assertThat(told.stream().filter(ExposureFollowed.class::isInstance).map(ExposureFollowed.class::cast))
                .hasSize(40)
                .allMatch(one -> one.getHappened() == Happened.GOAL_REACHED && one.getAmountMinor() == 300);
    }

    @Test
    void a_campaign_pauses_and_resumes_from_the_moments_that_were_published() {
        Written campaign = Written.on("TRANSACTION", "SALARY");
        runs(campaign);
        Instant noon = Instant.parse("1995-03-06T12:00:00Z");
        driver.publish(Topics.CAMPAIGNS, campaign.published(CampaignStatus.PAUSED, noon, 2))
                .publish(Topics.CAMPAIGNS, campaign.published(CampaignStatus.LIVE, noon.plusSeconds(3600), 3));
        driver.publish(List.of(
                        salary("before", noon.minusMillis(1)),
                        salary("paused", noon),
                        salary("resumed", noon.plusSeconds(3600))))
                .endOf(MONDAY);

        assertThat(decisions()).extracting(one -> one.getOccasion().getId()).containsExactly("before", "resumed");
    }

    @Test
    void a_campaign_that_cannot_run_is_left_out_and_the_others_go_on() {
        driver.publish(
                Topics.CAMPAIGNS,
                Written.on("TRANSACTION", "SALARY")
                        .and("\"lever\": -1")
                        .id("broken")
                        .live(Instant.EPOCH));
        runs(Written.on("TRANSACTION", "SALARY"));
        driver.publish(List.of(salary("t1", MORNING))).endOf(MONDAY);

        assertThat(offers()).hasSize(1);
    }

    @Test
    void what_was_learned_decides_between_campaigns_from_its_day_on() {
        runs(Written.on("TRANSACTION", "SALARY").id("a"));
        driver.publish(
                Topics.CAMPAIGNS, Written.on("TRANSACTION", "SALARY").id("b").live(Instant.EPOCH));
        Instant tuesday = Instant.parse("1995-03-06T23:00:00Z");
        driver.publish(
                Topics.PROPENSITIES,
                new PropensityLearned("TEST", MONDAY, tuesday, List.of(new AcceptanceSeen("VIP", "", 100L, 90L))));
        driver.publish(Topics.SCORES, ann().scored("VIP"))
                .publish(List.of(salary("t1", MORNING.plusSeconds(1)), salary("t2", MORNING.plus(DAY))))
                .endOf(MONDAY.plusDays(1));

        assertThat(driver.announced(Topics.EXPOSURES, Exposed.class))
                .extracting(Exposed::getPropensity)
                .containsExactly(0.1, (1 + 90) / (10 + 100.0));
    }

    @Test
    void a_walk_reaches_those_of_whom_no_fact_comes_and_budgets_hold() {
        Written campaign = Written.walking("DAY", "1995-03-07").and("\"budget\": {\"total\": 30, \"perDay\": 24}");
        List<SpecificRecord> files = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            files.add(Told.of("c" + i).at(MORNING).consents(ContactPurpose.MARKETING, Channel.PUSH));
        }
        driver.publish(files).endOf(MONDAY);
        driver.publish(Topics.CAMPAIGNS, campaign.live(MORNING));
        int perDay = 0;
        for (int day = 1; day <= 4; day++) {
            driver.endOf(MONDAY.plusDays(day));
            List<OfferMade> today = offers();
            assertThat(today.size()).isLessThanOrEqualTo(24);
            perDay += today.size();
        }

        assertThat(perDay).isEqualTo(30);
        assertThat(decisions()).hasSize(800);
    }

    private static TransactionPosted salary(String id, Instant at) {
        return posted("ann", id, at, Purpose.SALARY, 200);
    }

    private static TransactionPosted posted(String customer, String id, Instant at, Purpose purpose, long amount) {
        return TransactionPosted.newBuilder()
                .setEventId(id)
                .setCustomerId(customer)
                .setAccountId(customer + "-1")
                .setOccurredAt(at)
                .setProductFamily(ProductFamily.DEPOSIT)
                .setDirection(purpose == Purpose.SALARY ? Direction.CREDIT : Direction.DEBIT)
                .setAmount(new Money(amount, "CZK"))
                .setPurpose(purpose)
                .setChannel(Channel.MOBILE)
                .setInitiator(Initiator.CUSTOMER)
                .build();
    }

    private static TransactionPosted reversal(String id, String original, Instant originalAt, Instant at) {
        return TransactionPosted.newBuilder(salary(id, at))
                .setDirection(Direction.DEBIT)
                .setReverses(new Reversed(original, originalAt, new Money(200L, "CZK")))
                .build();
    }

    private static InteractionRecorded answered(int score) {
        return new InteractionRecorded(
                "i1", "ann", MORNING, InteractionKind.SURVEY_ANSWERED, Channel.MOBILE, null, score, null);
    }

    private static MilestoneReached milestone(MilestoneKind kind) {
        return new MilestoneReached("m1", "ann", MORNING, MONDAY, kind, null, null);
    }

    private static OfferOutcome outcome(String id, String offer, OutcomeKind kind, Instant at) {
        return new OfferOutcome(id, offer, "ann", at, kind, Channel.PUSH);
    }

    private List<OfferMade> offers() {
        return driver.announced(Topics.OFFERS, OfferMade.class);
    }

    private List<DecisionMade> decisions() {
        return driver.announced(Topics.DECISIONS, DecisionMade.class);
    }

    private List<ExposureFollowed> followed() {
        return driver.announced(Topics.EXPOSURES, ExposureFollowed.class);
    }
}
