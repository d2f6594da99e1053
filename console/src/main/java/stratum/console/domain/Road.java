package stratum.console.domain;

import static stratum.schemas.Topics.DECISIONS;
import static stratum.schemas.Topics.MILESTONES;
import static stratum.schemas.Topics.OFFERS;
import static stratum.schemas.Topics.SCORES;
import static stratum.schemas.Topics.STAGES;
import static stratum.schemas.Topics.TIER_SIGNALS;
import static stratum.schemas.Topics.TRANSITIONS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.schemas.Topics;

/** The way of a fact through the system, from the bank to an offer, with what moves on it. */
public record Road(Station bank, Station scoring, Station lifecycle, Station campaign, Station offers) {

    private static final List<String> FACTS = Topics.facts();
    private static final List<String> TRIGGERS = List.of(SCORES, TIER_SIGNALS, STAGES, TRANSITIONS, MILESTONES);
    private static final List<String> CAMPAIGN_READS = List.of(
            SCORES,
            TIER_SIGNALS,
            STAGES,
            TRANSITIONS,
            MILESTONES,
            Topics.TRANSACTIONS,
            Topics.INTERACTIONS,
            Topics.HOLDINGS,
            Topics.CUSTOMERS,
            Topics.OUTCOMES);

    static Road of(Frame before, Frame now, Map<String, Health> health, @Nullable Instant campaignReached) {
        Traffic traffic = now.trafficSince(before);
        return new Road(
                bank(traffic, now.heard(), health),
                facts("scoring", TIER_SIGNALS, before, now, health),
                facts("lifecycle", TRANSITIONS, before, now, health),
                campaign(before, now, health, campaignReached),
                offers(before, now, health));
    }

    /** Records that the services have yet to take, together. */
    public long lag() {
        return scoring.lag() + lifecycle.lag() + campaign.lag();
    }

    /** Decisions of all kinds a second. */
    public double decided() {
        return scoring.outPerSecond() + lifecycle.outPerSecond() + campaign.outPerSecond();
    }

    private static Station bank(Traffic traffic, Heard heard, Map<String, Health> health) {
        double written = traffic.written(FACTS);
        return new Station(
                "bank",
                healthOf("broker", health),
                heard.reachedOn(Topics.CLOCK),
                written,
                written,
                traffic.size(FACTS),
                0);
    }

    private static Station facts(String name, String out, Frame before, Frame now, Map<String, Health> health) {
        Traffic traffic = now.trafficSince(before);
        return new Station(
                name,
                healthOf(name, health),
                now.heard().reachedOn(out),
                traffic.taken(name, FACTS),
                now.heardSince(before, List.of(out)),
                now.heard().worked().getOrDefault(out, 0L),
                traffic.lag(name, FACTS));
    }

    private static Station campaign(
            Frame before, Frame now, Map<String, Health> health, @Nullable Instant campaignReached) {
        Traffic traffic = now.trafficSince(before);
        return new Station(
                "campaign",
                healthOf("campaign", health),
                campaignReached,
                traffic.taken("campaign", TRIGGERS),
                now.heardSince(before, List.of(OFFERS, DECISIONS)),
                now.heard().total(OFFERS) + now.heard().total(DECISIONS),
                traffic.lag("campaign", CAMPAIGN_READS));
    }

    private static Station offers(Frame before, Frame now, Map<String, Health> health) {
        double made = now.heardSince(before, List.of(OFFERS));
        return new Station(
                "offers",
                healthOf("broker", health),
                null,
                made,
                made,
                now.heard().total(OFFERS),
                0);
    }

    private static Health healthOf(String part, Map<String, Health> health) {
        return health.getOrDefault(part, Health.STARTING);
    }
}
