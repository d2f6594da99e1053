package stratum.campaign.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.campaign.domain.Customer;
import stratum.campaign.usecase.PublishedCampaigns;
import stratum.campaign.usecase.ShippedCampaigns;
import stratum.events.Cause;
import stratum.events.Channel;
import stratum.events.Considered;
import stratum.events.ContactPurpose;
import stratum.events.DecisionMade;
import stratum.events.OfferMade;
import stratum.events.Scored;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.events.StageChanged;
import stratum.platform.stream.DecisionDriver;
import stratum.platform.stream.DecisionTopology;
import stratum.schemas.Topics;

class CampaignTopologyTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final LocalDate MONDAY = LocalDate.of(1995, 3, 6);
    private static final Instant MORNING = Instant.parse("1995-03-06T09:00:00Z");

    private final DecisionDriver driver = new DecisionDriver(decisions(), ZONE);

    private static DecisionTopology<Customer> decisions() {
        return decisions(PublishedCampaigns.beside(ShippedCampaigns.load()));
    }

    static DecisionTopology<Customer> decisions(PublishedCampaigns campaigns) {
        return new DecisionTopology<>(
                CampaignStreams.INPUTS,
                CampaignStreams.OUTPUTS,
                new CampaignDecider(new CampaignRules(
                        new CampaignRules.Bank(ShippedCampaigns.words(), ZONE, "CZK", 12), campaigns)),
                DecisionDriver.settings("campaign", ZONE));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void a_rise_leads_to_an_offer_on_the_tier_and_stage_of_its_moment() {
        Told ann = Told.of(treated()).at(MORNING);
        driver.publish(List.of(ann.consents(ContactPurpose.MARKETING, Channel.PUSH, Channel.EMAIL)))
                .publish(Topics.TIER_SIGNALS, ann.signalled(SignalKind.UPGRADED, "CORE", "VIP"))
                .publish(Topics.STAGES, ann.staged(Stage.GROWTH))
                .publish(Topics.SCORES, ann.scored("VIP"));

        driver.endOf(MONDAY);

        assertThat(offers()).singleElement().satisfies(offer -> {
            assertThat(offer.getCampaignId()).isEqualTo("new-tier-benefits");
            assertThat(offer.getTier()).isEqualTo("VIP");
            assertThat(offer.getStage()).isEqualTo("GROWTH");
            assertThat(offer.getChannel()).isEqualTo(Channel.PUSH);
            assertThat(offer.getOccurredAt()).isEqualTo(MORNING);
            assertThat(offer.getValue().getCurrency()).isEqualTo("CZK");
            assertThat(offer.getValidUntil()).isEqualTo(Instant.parse("1995-05-05T09:00:00Z"));
            assertThat(offer.getMessages())
                    .extracting(message -> message.getLanguage() + ": " + message.getTitle())
                    .containsExactly("en: Welcome to VIP", "zh-CN: 欢迎成为贵宾客户");
            assertThat(offer.getReasons().get(0).getText())
                    .containsKeys("en", "zh-CN")
                    .containsEntry("en", "You have reached a higher tier; today you are VIP.");
        });
        assertThat(withheld()).containsExactly("new-tier-benefits: offered");
    }

    @Test
    void a_decision_rests_on_the_features_of_its_occasion_and_else_on_those_last_scored() {
        Told ann = Told.of(treated()).at(MORNING);
        driver.publish(List.of(ann.consents(ContactPurpose.MARKETING, Channel.PUSH)))
                .publish(Topics.SCORES, scored(ann, 40))
                .publish(
                        Topics.TRANSITIONS,
                        StageChanged.newBuilder(ann.moved(Stage.GROWTH, Stage.AT_RISK, Cause.INACTIVITY))
                                .setFeatures(Map.of("tenureDays", 60L))
                                .build());
        driver.endOf(MONDAY);

        assertThat(withheld()).containsExactly("retention: offered");
    }

    @Test
    void a_feature_that_only_lifecycle_knows_can_be_asked_for() {
        Told ann = Told.of(treated()).at(MORNING);
        driver.publish(List.of(ann.consents(ContactPurpose.MARKETING, Channel.PUSH)))
                .publish(
                        Topics.TRANSITIONS,
                        StageChanged.newBuilder(ann.moved(Stage.GROWTH, Stage.AT_RISK, Cause.INACTIVITY))
                                .setFeatures(Map.of("tenureDays", 60L))
                                .build());
        driver.endOf(MONDAY);

        assertThat(withheld()).containsExactly("retention: offered");
    }

    private static Scored scored(Told told, long tenureDays) {
        return Scored.newBuilder(told.scored("MASS"))
                .setFeatures(Map.of("tenureDays", tenureDays))
                .build();
    }

    @Test
    void a_trigger_waits_until_all_streams_have_ticked_past_it() {
        Told ann = Told.of(treated()).at(MORNING);
        Instant evening = Instant.parse("1995-03-06T22:59:59.999Z");
        driver.publish(List.of(ann.consents(ContactPurpose.MARKETING, Channel.PUSH)))
                .publish(Topics.TRANSITIONS, ann.moved(null, Stage.ACQUISITION))
                .tick(Topics.CLOCK, evening)
                .tick(Topics.TIER_SIGNALS, evening)
                .tick(Topics.TRANSITIONS, evening)
                .tick(Topics.MILESTONES, evening)
                .tick(Topics.STAGES, evening);

        assertThat(decided()).isEmpty();

        driver.tick(Topics.SCORES, evening);

        assertThat(decided()).hasSize(1);
    }

    @Test
    void lifecycle_may_lag_by_days_and_the_decisions_stay_the_same() {
        List<Told> days = List.of(
                Told.of(treated()).at(MORNING),
                Told.of(treated()).at(MORNING.plusSeconds(86_400)),
                Told.of(treated()).at(MORNING.plusSeconds(2 * 86_400)));
        driver.publish(List.of(days.get(0).consents(ContactPurpose.MARKETING, Channel.EMAIL)));
        days.forEach(day -> {
            scoring(driver, day);
            lifecycle(driver, day);
        });
        List<OfferMade> inTime = offers();
        List<DecisionMade> inTimeDecided = decided();

        try (DecisionDriver lagging = new DecisionDriver(decisions(), ZONE)) {
            lagging.publish(List.of(days.get(0).consents(ContactPurpose.MARKETING, Channel.EMAIL)));
            days.forEach(day -> scoring(lagging, day));
            assertThat(lagging.announced(Topics.DECISIONS, DecisionMade.class)).isEmpty();
            days.forEach(day -> lifecycle(lagging, day));

            assertThat(inTime).hasSize(2);
            assertThat(lagging.announced(Topics.OFFERS, OfferMade.class)).isEqualTo(inTime);
            assertThat(lagging.announced(Topics.DECISIONS, DecisionMade.class)).isEqualTo(inTimeDecided);
            assertThat(lagging.deadLetters()).isEmpty();
        }
    }

    private static void scoring(DecisionDriver to, Told day) {
        Instant end = day.endOfDay(ZONE);
        to.publish(Topics.SCORES, day.scored("CORE"))
                .publish(Topics.TIER_SIGNALS, day.signalled(SignalKind.UPGRADED, "MASS", "CORE"))
                .tick(Topics.SCORES, end)
                .tick(Topics.TIER_SIGNALS, end)
                .tick(Topics.CLOCK, end);
    }

    private static void lifecycle(DecisionDriver to, Told day) {
        Instant end = day.endOfDay(ZONE);
        to.publish(Topics.STAGES, day.staged(Stage.AT_RISK))
                .publish(Topics.TRANSITIONS, day.moved(Stage.GROWTH, Stage.AT_RISK, Cause.BALANCE_OUTFLOW))
                .tick(Topics.STAGES, end)
                .tick(Topics.MILESTONES, end)
                .tick(Topics.TRANSITIONS, end);
    }

    @Test
    void consent_counts_as_it_is_at_the_moment_of_the_decision() {
        Told ann = Told.of(treated()).at(MORNING);
        driver.publish(List.of(ann.at(MORNING.plusSeconds(60)).consents(ContactPurpose.MARKETING)))
                .publish(Topics.TRANSITIONS, ann.at(MORNING.plusSeconds(120)).moved(null, Stage.ACQUISITION))
                .publish(List.of(ann.consents(ContactPurpose.MARKETING, Channel.PUSH)));

        driver.endOf(MONDAY);

        assertThat(offers()).isEmpty();
        assertThat(withheld()).containsExactly("welcome: CONSENT No consent for MARKETING on PUSH, EMAIL, SMS");
    }

    @Test
    void a_retained_customer_hears_about_what_troubles_her() {
        Told ann = Told.of(treated()).at(MORNING);
        driver.publish(List.of(ann.consents(ContactPurpose.MARKETING, Channel.RM_CALL, Channel.SMS)))
                .publish(Topics.SCORES, ann.scored("VIP"))
                .publish(Topics.TRANSITIONS, ann.moved(Stage.MATURITY, Stage.AT_RISK, Cause.INACTIVITY));

        driver.endOf(MONDAY);

        assertThat(offers()).singleElement().satisfies(offer -> {
            assertThat(offer.getChannel()).isEqualTo(Channel.RM_CALL);
            assertThat(offer.getMessages().get(0).getTitle()).isEqualTo("Call: VIP customer has gone quiet");
            assertThat(offer.getReasons())
                    .extracting(reason -> reason.getCode())
                    .containsExactly("AT_RISK", "INACTIVITY");
        });
    }

    @Test
    void a_trigger_that_no_campaign_waits_for_leads_to_nothing() {
        driver.publish(Topics.TRANSITIONS, Told.of(treated()).at(MORNING).moved(Stage.ACQUISITION, Stage.GROWTH))
                .endOf(MONDAY);

        assertThat(decided()).isEmpty();
    }

    @Test
    void a_trigger_told_twice_is_decided_once() {
        Told ann = Told.of(treated()).at(MORNING);
        driver.publish(Topics.TRANSITIONS, ann.moved(null, Stage.ACQUISITION))
                .publish(Topics.TRANSITIONS, ann.moved(null, Stage.ACQUISITION))
                .endOf(MONDAY);

        assertThat(decided()).hasSize(1);
    }

    @Test
    void garbage_goes_to_the_dead_letters_and_the_next_trigger_is_decided() {
        Told ann = Told.of(treated()).at(MORNING);
        driver.publishRaw(Topics.TRANSITIONS, "ann", new byte[] {1, 2, 3, 4, 5, 6}, MORNING)
                .publish(Topics.TRANSITIONS, ann.moved(null, Stage.ACQUISITION))
                .endOf(MONDAY);

        assertThat(driver.deadLetters()).hasSize(1);
        assertThat(decided()).hasSize(1);
    }

    @Test
    void nothing_about_the_topology_changes_by_accident() throws IOException {
        Topology topology = new Topology();
        decisions().addTo(topology);

        assertThat(topology.describe().toString())
                .isEqualToNormalizingNewlines(Files.readString(Path.of("src/test/resources/topology.txt")));
    }

    /** Somebody who is in no campaign's control group. */
    private static String treated() {
        return "ann";
    }

    private List<OfferMade> offers() {
        return driver.announced(Topics.OFFERS, OfferMade.class);
    }

    private List<DecisionMade> decided() {
        return driver.announced(Topics.DECISIONS, DecisionMade.class);
    }

    private List<String> withheld() {
        return decided().stream()
                .flatMap(decision -> decision.getConsidered().stream())
                .map(CampaignTopologyTest::inWords)
                .toList();
    }

    private static String inWords(Considered one) {
        String why = one.getWithheld() == null ? "offered" : one.getWithheld() + " " + one.getDetail();
        return one.getCampaignId() + ": " + why;
    }
}
