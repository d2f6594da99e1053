package stratum.campaign.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was learned of how offers are accepted, by offer, tier and stage, and from when on it counts. */
public final class Propensities {

    /** Nothing has been learned. */
    public static final Propensities NONE = new Propensities(List.of());

    private final Map<String, NavigableMap<Instant, Map<Cell, Seen>>> byOffer = new HashMap<>();

    /** A tier and a stage; empty where unknown. */
    public record Cell(String tier, String stage) {}

    /** So many contacts led to so many accepts. */
    public record Seen(long contacts, long accepts) {
        static final Seen NOTHING = new Seen(0, 0);
    }

    /** What was known of an offer from a moment on. */
    public record Learned(String offerCode, Instant effectiveFrom, Map<Cell, Seen> cells) {}

    /** Of tables of the same offer from the same moment on, the later in the list counts. */
    public Propensities(List<Learned> tables) {
        tables.forEach(table -> byOffer.computeIfAbsent(table.offerCode(), code -> new TreeMap<>())
                .put(table.effectiveFrom(), Map.copyOf(table.cells())));
    }

    /** How likely the campaign's offer is accepted at a moment by a customer of this tier and stage. */
    double of(Campaign campaign, @Nullable String tier, @Nullable String stage, Instant at) {
        Seen seen = seen(campaign.offer().code(), new Cell(orEmpty(tier), orEmpty(stage)), at);
        return campaign.propensity().meanAfter(seen.contacts(), seen.accepts());
    }

    private Seen seen(String offerCode, Cell cell, Instant at) {
        NavigableMap<Instant, Map<Cell, Seen>> tables = byOffer.get(offerCode);
        Map.Entry<Instant, Map<Cell, Seen>> table = tables == null ? null : tables.floorEntry(at);
        return table == null ? Seen.NOTHING : table.getValue().getOrDefault(cell, Seen.NOTHING);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
