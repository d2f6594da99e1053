package stratum.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Withheld.Why;

/** Decides what an occasion leads to: one offer at most, and for every other campaign that waits for it a reason. */
public final class Deciding {

    /** The part of all customers that no campaign but SERVICE contacts. */
    public static final ControlShare UNIVERSAL_CONTROL = new ControlShare(0.02, "everybody");

    private final Campaigns campaigns;
    private final ContactPolicy contacts;
    private final Gates gates;
    private final Words words;

    /** Decisions between these campaigns, within this contact policy. */
    public Deciding(Campaigns campaigns, ContactPolicy contacts, ControlShare universal, Words words) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.gates = Gates.of(contacts, universal);
        this.words = words;
    }

    /**
     * The decision on an occasion; empty where no campaign waits for it, where it was decided before, and where it is so
     * old that nobody could tell.
     *
     * @param today business date of the decision
     * @param at moment of the decision
     */
    public Optional<Decision> decide(Customer customer, Occasion occasion, LocalDate today, Instant at) {
        List<Campaign> waiting = campaigns.waitingFor(occasion, at);
        if (waiting.isEmpty() || customer.history().hasDecided(occasion, at)) {
            return Optional.empty();
        }
        Subject subject = Subject.of(customer, occasion, today);
        List<Proposal> proposals = waiting.stream()
                .map(campaign -> new Proposal(campaign, customer, subject, at))
                .toList();
        return Optional.of(decide(proposals, customer, occasion, at));
    }

    /** Remembers it, as far as later decisions need. */
    public Customer remember(Customer customer, Decision decision) {
        return customer.after(decision, contacts.longestWindow());
    }

    private Decision decide(List<Proposal> proposals, Customer customer, Occasion occasion, Instant at) {
        List<Judged> judged = proposals.stream()
                .map(proposal -> new Judged(proposal, gates.stops(proposal).orElse(null)))
                .toList();
        Proposal winner = Arbitration.best(judged.stream()
                        .filter(Judged::passed)
                        .map(Judged::proposal)
                        .toList())
                .orElse(null);
        return new Decision(
                Fingerprint.of("decision", customer.id(), occasion.id()).id(),
                customer.id(),
                occasion,
                at,
                judged.stream().map(one -> one.against(winner)).toList(),
                winner == null ? null : offer(winner, occasion));
    }

    /** A proposal and the gate that stopped it, if one did. */
    private record Judged(Proposal proposal, @Nullable Withheld withheld) {

        boolean passed() {
            return withheld == null;
        }

        Considered against(@Nullable Proposal winner) {
            Campaign campaign = proposal.campaign();
            return new Considered(
                    campaign.id(),
                    campaign.version(),
                    winner == null || winner == proposal || !passed() ? withheld : outrankedBy(winner.campaign()));
        }
    }

    private static Withheld outrankedBy(Campaign winner) {
        return new Withheld(Why.OUTRANKED, "%s is expected to bring more".formatted(winner.id()));
    }

    private Offer offer(Proposal winner, Occasion occasion) {
        Campaign campaign = winner.campaign();
        Customer customer = winner.customer();
        Channel channel = contacts.firstWithRoom(winner.permitted(), winner.contacts(), winner.at())
                .orElseThrow();
        Placeholders placeholders = placeholders(winner);
        List<Message> messages = campaign.wording().on(channel, occasion.topics()).stream()
                .map(placeholders::fill)
                .toList();
        return new Offer(
                Fingerprint.of("offer", campaign.id(), "" + campaign.version(), customer.id(), occasion.id())
                        .id(),
                campaign,
                channel,
                messages,
                Wording.language(customer.language(), messages),
                winner.at().plus(campaign.offer().validity()),
                customer.tier(),
                customer.stage(),
                reasons(campaign, occasion, placeholders));
    }

    private Placeholders placeholders(Proposal winner) {
        return new Placeholders(
                words,
                winner.subject().tier(),
                winner.subject()
                        .today()
                        .plusDays(winner.campaign().offer().validity().toDays()));
    }

    private static List<Reason> reasons(Campaign campaign, Occasion occasion, Placeholders placeholders) {
        Map<String, String> text = new LinkedHashMap<>();
        campaign.reason().forEach((language, words) -> text.put(language, placeholders.fill(words, language)));
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(occasion.name(), text));
        reasons.addAll(occasion.reasons());
        return reasons;
    }
}
