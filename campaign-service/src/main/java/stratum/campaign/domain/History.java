package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided about a customer so far, as much of it as later decisions need.
 *
 * @param contacts those of the longest window of the contact policy
 * @param offered when each campaign last made an offer
 * @param decided occasions of the last days, so that a repeat changes nothing
 */
public record History(List<Contact> contacts, Map<String, Instant> offered, List<Decided> decided) {

    /** Nothing has been decided. */
    public static final History NONE = new History(List.of(), Map.of(), List.of());

    /** So long a repeated occasion is known as one. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /** An occasion that was decided at this moment. */
    public record Decided(long occasion, Instant at) {}

    public History {
        contacts = List.copyOf(contacts);
        offered = Map.copyOf(offered);
        decided = List.copyOf(decided);
    }

    boolean hasDecided(Occasion occasion) {
        long asked = occasion.fingerprint();
        return decided.stream().anyMatch(one -> one.occasion() == asked);
    }

    @Nullable Instant lastOffered(String campaignId) {
        return offered.get(campaignId);
    }

    History after(Decision decision, Duration window) {
        Instant at = decision.at();
        Offer offer = decision.offer();
        Decided now = new Decided(decision.occasion().fingerprint(), at);
        return new History(
                append(since(contacts, at.minus(window)), offer == null ? null : new Contact(offer.channel(), at)),
                offer == null ? offered : with(offer.campaign().id(), at),
                append(decided.stream().filter(one -> one.at().isAfter(at.minus(REMEMBERED))), now));
    }

    private static Stream<Contact> since(List<Contact> contacts, Instant start) {
        return contacts.stream().filter(contact -> contact.at().isAfter(start));
    }

    private static <T> List<T> append(Stream<T> kept, @Nullable T one) {
        List<T> all = new ArrayList<>(kept.toList());
        if (one != null) {
            all.add(one);
        }
        return all;
    }

    private Map<String, Instant> with(String campaignId, Instant at) {
        Map<String, Instant> more = new HashMap<>(offered);
        more.put(campaignId, at);
        return more;
    }
}
