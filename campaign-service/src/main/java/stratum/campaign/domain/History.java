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
import stratum.campaign.domain.Exposure.Happened;

/**
 * What has been decided about a customer so far, and what became of it, as much of it as later decisions need.
 *
 * @param contacts those within the longest window that a contact policy may have
 * @param offered when each campaign last made an offer
 * @param declined when each campaign's offer was last declined
 * @param accepted when each campaign's offer was last accepted
 * @param decided occasions decided lately, so that a repeat changes nothing
 * @param waiting occasions that came in quiet hours
 * @param exposures the campaigns met of which something may still become
 */
public record History(
        List<Contact> contacts,
        Map<String, Instant> offered,
        Map<String, Instant> declined,
        Map<String, Instant> accepted,
        List<Decided> decided,
        List<Waiting> waiting,
        List<Exposure> exposures) {

    /** Nothing has been decided. */
    public static final History NONE =
            new History(List.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());

    /**
     * So long an occasion that was decided is remembered. One older than this when it arrives is not decided at all, so
     * that no repeat, however late, is ever decided a second time.
     */
    static final int REMEMBERED_DAYS = 400;

    /** Longer than any cool-down, a no or a yes is not remembered. */
    static final Duration ANSWERS_REMEMBERED = Duration.ofDays(730);

    /** Occasions that may wait at once. */
    static final int MOST_WAITING = 20;

    /** Channels tell what became of an offer even after it is over. */
    private static final Duration AFTERMATH = Duration.ofDays(30);

    private static final int MOST_EXPOSURES = 40;

    /** Occasions remembered; one so old that it may have been forgotten counts as decided. */
    private static final int MOST_DECIDED = 1_000;

    /** An occasion that was decided on this date (UTC). */
    public record Decided(long occasion, LocalDate on) {}

    public History {
        contacts = List.copyOf(contacts);
        offered = Map.copyOf(offered);
        declined = Map.copyOf(declined);
        accepted = Map.copyOf(accepted);
        decided = List.copyOf(decided);
        waiting = List.copyOf(waiting);
        exposures = List.copyOf(exposures);
    }

    /** Whether the occasion was decided before, waits to be, or is too old for anyone to tell. */
    boolean hasMet(Occasion occasion, Instant now) {
        if (dateOf(occasion.at()).isBefore(dateOf(now).minusDays(REMEMBERED_DAYS))) {
            return true;
        }
        if (decided.size() >= MOST_DECIDED
                && !dateOf(occasion.at()).isAfter(decided.get(0).on())) {
            return true;
        }
        long asked = occasion.fingerprint();
        return decided.stream().anyMatch(one -> one.occasion() == asked)
                || waiting.stream().anyMatch(one -> one.occasion().fingerprint() == asked);
    }

    boolean mayWait() {
        return waiting.size() < MOST_WAITING;
    }

    History after(Decision decision) {
        return decision.again() == null ? decided(decision) : waitingFor(decision.occasion(), decision.again());
    }

    private History waitingFor(Occasion occasion, Instant until) {
        return new History(
                contacts,
                offered,
                declined,
                accepted,
                decided,
                append(without(occasion), new Waiting(occasion, until)),
                exposures);
    }

    private History decided(Decision decision) {
        Instant at = decision.at();
        Offer offer = decision.offer();
        LocalDate today = dateOf(at);
        LocalDate oldest = today.minusDays(REMEMBERED_DAYS);
        return new History(
                append(
                        contacts.stream().filter(one -> one.at().isAfter(at.minus(ContactPolicy.LONGEST_WINDOW))),
                        offer == null ? null : new Contact(offer.channel(), at)),
                offer == null ? offered : with(offered, offer.campaign().id(), at),
                declined,
                accepted,
                newest(append(
                        decided.stream().filter(one -> !one.on().isBefore(oldest)),
                        new Decided(decision.occasion().fingerprint(), today))),
                without(decision.occasion()).toList(),
                exposures(at, offer == null ? null : offer.exposure(), decision.control()));
    }

    private static List<Decided> newest(List<Decided> all) {
        return all.size() <= MOST_DECIDED ? all : all.subList(all.size() - MOST_DECIDED, all.size());
    }

    /** The occasion waits no more. */
    History dropped(Occasion occasion) {
        return new History(
                contacts,
                offered,
                declined,
                accepted,
                decided,
                without(occasion).toList(),
                exposures);
    }

    private Stream<Waiting> without(Occasion occasion) {
        long fingerprint = occasion.fingerprint();
        return waiting.stream().filter(one -> one.occasion().fingerprint() != fingerprint);
    }

    private List<Exposure> exposures(Instant at, @Nullable Exposure treated, @Nullable Exposure control) {
        List<Exposure> kept = append(append(alive(at), treated).stream(), control);
        return kept.size() <= MOST_EXPOSURES ? kept : kept.subList(kept.size() - MOST_EXPOSURES, kept.size());
    }

    private Stream<Exposure> alive(Instant at) {
        return exposures.stream().filter(one -> one.over().plus(AFTERMATH).isAfter(at));
    }

    /** Something became of an exposure. */
    History with(Exposure exposure, Happened what, Instant at) {
        String campaign = exposure.campaignId();
        return new History(
                contacts,
                offered,
                what == Happened.DECLINED ? with(declined, campaign, at) : declined,
                what == Happened.ACCEPTED ? with(accepted, campaign, at) : accepted,
                decided,
                waiting,
                exposures.stream()
                        .map(one -> one.id().equals(exposure.id()) ? one.with(what) : one)
                        .toList());
    }

    private static LocalDate dateOf(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static <T> List<T> append(Stream<T> kept, @Nullable T one) {
        List<T> all = new ArrayList<>(kept.toList());
        if (one != null) {
            all.add(one);
        }
        return all;
    }

    private static Map<String, Instant> with(Map<String, Instant> known, String campaignId, Instant at) {
        Map<String, Instant> more = new HashMap<>(known);
        more.values().removeIf(old -> old.plus(ANSWERS_REMEMBERED).isBefore(at));
        more.merge(campaignId, at, (one, other) -> one.isAfter(other) ? one : other);
        return more;
    }
}
