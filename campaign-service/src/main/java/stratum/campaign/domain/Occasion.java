package stratum.campaign.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact that may lead to an offer.
 *
 * @param id the fact's own id; an occasion is decided once
 * @param name what it says, for example UPGRADED or AT_RISK
 * @param facts what a condition may ask about it
 * @param features of the customer at its moment, by name: long, double or boolean
 * @param topics what a message can be about, the most telling first
 * @param reasons what led to it
 * @param reverses the fact that it takes back, where it does
 */
public record Occasion(
        OccasionKind kind,
        String id,
        String name,
        Instant at,
        Map<String, Object> facts,
        Map<String, Object> features,
        List<String> topics,
        List<Reason> reasons,
        @Nullable Reversed reverses) {

    /** A fact that is taken back. */
    public record Reversed(String eventId, Instant at) {}

    public Occasion {
        facts = Map.copyOf(facts);
        features = Map.copyOf(features);
        topics = List.copyOf(topics);
        reasons = List.copyOf(reasons);
    }

    /** By this a repeat is known. */
    long fingerprint() {
        return Fingerprint.of(id).bits();
    }
}
