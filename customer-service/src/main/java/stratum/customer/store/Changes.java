package stratum.customer.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a batch of records changes in the dossiers. Of what is overwritten only the last is kept, and everything comes
 * out in the order of its key: two readers that ever meet then lock rows in the same order, and the index grows page
 * by page.
 */
public final class Changes {

    private static final Comparator<TimelineEntry> BY_KEY = Comparator.comparing(TimelineEntry::customerId)
            .thenComparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::id);

    private final Set<String> customers = new TreeSet<>();
    private final Map<String, ProfileChange> profiles = new TreeMap<>();
    private final Map<String, Standing> standings = new TreeMap<>();
    private final Map<String, LifeStage> stages = new TreeMap<>();
    private final Map<AccountKey, ProductChange> products = new TreeMap<>();
    private final Map<AccountKey, Valuation> valuations = new TreeMap<>();
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final List<TierChange> tiers = new ArrayList<>();
    private final Map<PlaceableKey, Placeable> placeables = new TreeMap<>();
    private final List<LoyaltyFact> loyalty = new ArrayList<>();
    private final Map<String, Contact> contacts = new TreeMap<>();
    private final Map<String, PersonalOffer> offers = new TreeMap<>();
    private final Map<String, PersonalOffer.Closed> closedOffers = new TreeMap<>();

    public void add(TimelineEntry entry) {
        customers.add(entry.customerId());
        entries.add(entry);
    }

    public void add(ProfileChange change) {
        customers.add(change.customerId());
        profiles.merge(change.customerId(), change, (held, next) -> next.at().isBefore(held.at()) ? held : next);
    }

    public void add(Standing standing) {
        customers.add(standing.customerId());
        standings.merge(
                standing.customerId(), standing, (held, next) -> next.asOf().isBefore(held.asOf()) ? held : next);
    }

    public void add(LifeStage stage) {
        customers.add(stage.customerId());
        stages.merge(stage.customerId(), stage, (held, next) -> next.asOf().isBefore(held.asOf()) ? held : next);
    }

    public void add(ProductChange change) {
        products.merge(change.account(), change, ProductChange::and);
    }

    public void add(Valuation valuation) {
        valuations.merge(
                valuation.account(), valuation, (held, next) -> next.at().isBefore(held.at()) ? held : next);
    }

    public void add(TierChange change) {
        tiers.add(change);
    }

    public void add(Placeable placeable) {
        placeables.put(new PlaceableKey(placeable.at(), placeable.customerId(), placeable.cause()), placeable);
    }

    public void add(LoyaltyFact fact) {
        loyalty.add(fact);
    }

    public void add(Contact contact) {
        contacts.put(contact.customerId() + " " + contact.contactId(), contact);
    }

    public void add(PersonalOffer offer) {
        offers.put(offer.offerId(), offer);
    }

    public void add(PersonalOffer.Closed closed) {
        closedOffers.putIfAbsent(closed.offerId(), closed);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return customers.isEmpty();
    }

    Collection<String> customers() {
        return customers;
    }

    Collection<ProfileChange> profiles() {
        return profiles.values();
    }

    Collection<Standing> standings() {
        return standings.values();
    }

    Collection<LifeStage> stages() {
        return stages.values();
    }

    Collection<ProductChange> products() {
        return products.values();
    }

    Collection<Valuation> valuations() {
        return valuations.values();
    }

    List<TimelineEntry> entries() {
        entries.sort(BY_KEY);
        return entries;
    }

    List<TierChange> tiers() {
        return tiers;
    }

    Collection<Placeable> placeables() {
        return placeables.values();
    }

    List<LoyaltyFact> loyalty() {
        return loyalty;
    }

    Collection<Contact> contacts() {
        return contacts.values();
    }

    Collection<PersonalOffer> offers() {
        return offers.values();
    }

    Collection<PersonalOffer.Closed> closedOffers() {
        return closedOffers.values();
    }

    /** Of one cause at one moment, the last rules. */
    private record PlaceableKey(Instant at, String customerId, Placeable.Cause cause)
            implements Comparable<PlaceableKey> {

        @Override
        public int compareTo(PlaceableKey other) {
            return Comparator.comparing(PlaceableKey::at)
                    .thenComparing(PlaceableKey::customerId)
                    .thenComparing(PlaceableKey::cause)
                    .compare(this, other);
        }
    }
}
