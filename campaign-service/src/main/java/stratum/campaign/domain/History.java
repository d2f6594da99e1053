package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * @param decided occasions decided lately, so that a repeat changes nothing
 */
public record History(List<Contact> contacts, Map<String, Instant> offered, List<Decided> decided) {

    /** Nothing has been decided. */
    public static final History NONE = new History(List.of(), Map.of(), List.of());

    /**
     * So long an occasion that was decided is remembered. One older than this when it arrives is not decided at all, so
     * that no repeat, however late, is ever decided a second time.
     */
    static final int REMEMBERED_DAYS = 400;

    /** An occasion that was decided on this date (UTC). */
    public record Decided(long occasion, LocalDate on) {}

    public History {
        contacts = List.copyOf(contacts);
        offered = Map.copyOf(offered);
        decided = List.copyOf(decided);
    }

    /** Whether the occasion was decided before, or is too old for anyone to tell. */
    boolean hasDecided(Occasion occasion, Instant now) {
        if (dateOf(occasion.at()).isBefore(dateOf(now).minusDays(REMEMBERED_DAYS))) {
            return true;
        }
        long asked = occasion.fingerprint();
        return decided.stream().anyMatch(one -> one.occasion() == asked);
    }

    @Nullable Instant lastOffered(String campaignId) {
        return offered.get(campaignId);
    }

    History after(Decision decision, Duration window) {
        Instant at = decision.at();
        Offer offer = decision.offer();
        LocalDate today = dateOf(at);
        LocalDate oldest = today.minusDays(REMEMBERED_DAYS);
        return new History(
                append(since(contacts, at.minus(window)), offer == null ? null : new Contact(offer.channel(), at)),
                offer == null ? offered : with(offer.campaign().id(), at),
                append(
                        decided.stream().filter(one -> !one.on().isBefore(oldest)),
                        new Decided(decision.occasion().fingerprint(), today)));
    }

    private static LocalDate dateOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
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
