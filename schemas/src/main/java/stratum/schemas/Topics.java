package stratum.schemas;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.CampaignPublished;
import stratum.events.ClockTicked;
import stratum.events.CustomerProfiled;
import stratum.events.DecisionMade;
import stratum.events.Exposed;
import stratum.events.ExposureFollowed;
import stratum.events.FxRateSet;
import stratum.events.HoldingChanged;
import stratum.events.InteractionRecorded;
import stratum.events.MilestoneReached;
import stratum.events.OfferMade;
import stratum.events.OfferOutcome;
import stratum.events.OfferWithdrawn;
import stratum.events.PolicyPublished;
import stratum.events.PropensityLearned;
import stratum.events.RelationshipsValued;
import stratum.events.Scored;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.events.TierSignalled;
import stratum.events.TransactionPosted;

/** The catalogue of topics: the one place that says which there are, who owns them and what they carry. */
public final class Topics {

    public static final String TRANSACTIONS = "bank.transactions";
    public static final String INTERACTIONS = "bank.interactions";
    public static final String HOLDINGS = "bank.holdings";
    public static final String CUSTOMERS = "bank.customers";
    public static final String CLOCK = "bank.clock";
    public static final String FX_RATES = "bank.fx-rates";
    public static final String SCORES = "scoring.scores";
    public static final String TIER_SIGNALS = "scoring.tier-signals";
    public static final String SCORING_POLICIES = "scoring.policies";
    public static final String STAGES = "lifecycle.stages";
    public static final String TRANSITIONS = "lifecycle.transitions";
    public static final String MILESTONES = "lifecycle.milestones";
    public static final String LIFECYCLE_POLICIES = "lifecycle.policies";
    public static final String CAMPAIGNS = "campaign.campaigns";
    public static final String OFFERS = "campaign.offers";
    public static final String OUTCOMES = "campaign.outcomes";
    public static final String DECISIONS = "campaign.decisions";
    public static final String EXPOSURES = "campaign.exposures";
    public static final String PROPENSITIES = "campaign.propensities";
    public static final String CONTACT_POLICIES = "campaign.contact-policies";
    public static final String RELATIONSHIPS = "customer.relationships";
    public static final String CUSTOMER_POLICIES = "customer.policies";
    public static final String CUSTOMER_DEAD_LETTERS = "customer.dead-letters";
    public static final String SCORING_DEAD_LETTERS = "scoring.dead-letters";
    public static final String LIFECYCLE_DEAD_LETTERS = "lifecycle.dead-letters";
    public static final String CAMPAIGN_DEAD_LETTERS = "campaign.dead-letters";

    /** The largest record that a service reads: a fact takes some hundred bytes, a profile with many ties some thousand. */
    public static final int LARGEST_RECORD_BYTES = 256 * 1024;

    /** A fact is far smaller; what is larger is refused by the services with a reason, so a topic must let it in. */
    public static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private static final Schema TICK = ClockTicked.getClassSchema();

    private static final List<Topic> CATALOGUE = List.of(
            facts(TRANSACTIONS, "Money moved on an account.", TransactionPosted.getClassSchema()),
            facts(INTERACTIONS, "A contact between customer and bank.", InteractionRecorded.getClassSchema()),
            facts(HOLDINGS, "A product opened, valued or closed.", HoldingChanged.getClassSchema()),
            latest(CUSTOMERS, "bank", "The customer file as it now is.", CustomerProfiled.getClassSchema()),
            facts(CLOCK, "Business time, one tick into every partition.", TICK),
            reference(FX_RATES, "bank", "Exchange rates, by currency and date.", FxRateSet.getClassSchema()),
            latest(SCORES, "scoring", "Features, score and tier as they now are.", Scored.getClassSchema(), TICK),
            stream(
                    TIER_SIGNALS,
                    "scoring",
                    "What changed about a tier, and why.",
                    TierSignalled.getClassSchema(),
                    TICK),
            reference(SCORING_POLICIES, "scoring", "Tier policies.", PolicyPublished.getClassSchema()),
            latest(STAGES, "lifecycle", "Stage and risk as they now are.", Staged.getClassSchema(), TICK),
            stream(TRANSITIONS, "lifecycle", "From stage to stage, and why.", StageChanged.getClassSchema(), TICK),
            stream(MILESTONES, "lifecycle", "Facts about the way.", MilestoneReached.getClassSchema(), TICK),
            reference(LIFECYCLE_POLICIES, "lifecycle", "Lifecycle policies.", PolicyPublished.getClassSchema()),
            reference(CAMPAIGNS, "campaign", "Campaigns.", CampaignPublished.getClassSchema()),
            stream(
                    OFFERS,
                    "campaign",
                    "Offers to deliver.",
                    OfferMade.getClassSchema(),
                    OfferWithdrawn.getClassSchema()),
            stream(OUTCOMES, "channels", "What became of an offer.", OfferOutcome.getClassSchema()),
            stream(DECISIONS, "campaign", "What was decided, and why not.", DecisionMade.getClassSchema()),
            stream(
                    EXPOSURES,
                    "campaign",
                    "Who met which campaign, who was left alone, and what became of it.",
                    Exposed.getClassSchema(),
                    ExposureFollowed.getClassSchema(),
                    TICK),
            reference(PROPENSITIES, "campaign", "How offers are accepted.", PropensityLearned.getClassSchema()),
            reference(CONTACT_POLICIES, "campaign", "Contact policies.", PolicyPublished.getClassSchema()),
            latest(
                    RELATIONSHIPS,
                    "customer",
                    "What households and companies hold together.",
                    RelationshipsValued.getClassSchema()),
            reference(CUSTOMER_POLICIES, "customer", "Care policies.", PolicyPublished.getClassSchema()),
            deadLetters(CUSTOMER_DEAD_LETTERS, "customer"),
            deadLetters(SCORING_DEAD_LETTERS, "scoring"),
            deadLetters(LIFECYCLE_DEAD_LETTERS, "lifecycle"),
            deadLetters(CAMPAIGN_DEAD_LETTERS, "campaign"));

    private static final Map<String, Topic> BY_NAME =
            CATALOGUE.stream().collect(Collectors.toUnmodifiableMap(Topic::name, Function.identity()));

    private static final Map<String, List<Topic>> BY_FIRST_RECORD = CATALOGUE.stream()
            .filter(topic -> !topic.carriesRawRecords())
            .collect(Collectors.groupingBy(topic -> topic.records().get(0).getFullName()));

    private Topics() {}

    /** All topics, the bank's first. */
    public static List<Topic> catalogue() {
        return CATALOGUE;
    }

    /** The bank's own facts about customers. */
    public static List<String> facts() {
        return List.of(TRANSACTIONS, INTERACTIONS, HOLDINGS, CUSTOMERS);
    }

    /** The topics whose facts a tick's heads count, so that every reading of the log slices them alike. */
    public static List<String> sliced() {
        return List.of(TRANSACTIONS, INTERACTIONS, HOLDINGS, CUSTOMERS, OUTCOMES);
    }

    /**
     * The topics that concern every customer and that decisions go by. Each has one partition, whose end every tick's heads
     * count too.
     */
    public static List<String> decidedBy() {
        return List.of(FX_RATES, SCORING_POLICIES, LIFECYCLE_POLICIES, CAMPAIGNS, PROPENSITIES, CONTACT_POLICIES);
    }

    /**
     * The topic of that name.
     *
     * @throws IllegalArgumentException where the catalogue has none
     */
    public static Topic named(String name) {
        Topic topic = BY_NAME.get(name);
        if (topic == null) {
            throw new IllegalArgumentException("No topic %s in the catalogue".formatted(name));
        }
        return topic;
    }

    /**
     * The topic that exists for records of this kind.
     *
     * @throws IllegalArgumentException where there is none, or more than one
     */
    public static Topic of(SpecificRecord record) {
        List<Topic> topics = BY_FIRST_RECORD.getOrDefault(record.getSchema().getFullName(), List.of());
        if (topics.size() != 1) {
            throw new IllegalArgumentException("%d topics exist for %s; there should be one"
                    .formatted(topics.size(), record.getSchema().getName()));
        }
        return topics.get(0);
    }

    static boolean knows(String name) {
        return BY_NAME.containsKey(name);
    }

    private static Topic facts(String name, String says, Schema record) {
        return new Topic(name, "bank", true, false, List.of(record), says);
    }

    private static Topic stream(String name, String owner, String says, Schema... records) {
        return new Topic(name, owner, true, false, List.of(records), says);
    }

    private static Topic latest(String name, String owner, String says, Schema... records) {
        return new Topic(name, owner, true, true, List.of(records), says);
    }

    private static Topic reference(String name, String owner, String says, Schema record) {
        return new Topic(name, owner, false, true, List.of(record), says);
    }

    private static Topic deadLetters(String name, String owner) {
        return new Topic(name, owner, false, false, List.of(), "What could not be read or booked, as it came.");
    }

    static Stream<String> subjects() {
        return CATALOGUE.stream().flatMap(topic -> topic.subjects().stream());
    }
}
