package stratum.scoring.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.CustomerProfiled;
import stratum.events.FxRateSet;
import stratum.events.PolicyPublished;
import stratum.platform.policy.PublishedPolicies;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.BusinessCalendar;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;
import stratum.schemas.RateReader;
import stratum.schemas.Rates;
import stratum.schemas.Topics;
import stratum.scoring.domain.Customer;
import stratum.scoring.domain.Fact;
import stratum.scoring.domain.Policies;
import stratum.scoring.domain.Scoring;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.Signal;
import stratum.scoring.domain.TierPolicy;
import stratum.scoring.usecase.PolicyReader;

/** Lets the scoring rules decide on the stream, and announces what they decide. */
public final class ScoringDecider implements Decider<ScoringDecider.Known> {

    /** A customer by name, with what is kept of it. */
    record Known(String customerId, Kept kept) {}

    private final FactReader facts;
    private final PublishedPolicies<TierPolicy> published;
    private final Policies shipped;
    private final String currency;
    private final Policies policies;
    private final Rates rates;

    private ScoringDecider(
            FactReader facts,
            PublishedPolicies<TierPolicy> published,
            Policies shipped,
            String currency,
            List<SpecificRecord> reference) {
        List<PolicyPublished> documents = new ArrayList<>();
        List<FxRateSet> set = new ArrayList<>();
        for (SpecificRecord record : reference) {
            if (record instanceof PolicyPublished policy) {
                documents.add(policy);
            } else if (record instanceof FxRateSet rate) {
                set.add(rate);
            }
        }
        this.facts = facts;
        this.published = published;
        this.shipped = shipped;
        this.currency = currency;
        this.policies = shipped.with(published.read(documents));
        this.rates = RateReader.read(set, currency);
    }

    /** By the policy that is shipped, with no exchange rates. */
    static ScoringDecider shipped(TierPolicy policy, FactReader facts, String currency) {
        PublishedPolicies<TierPolicy> published = new PublishedPolicies<>(new PolicyReader(currency)::read);
        return new ScoringDecider(facts, published, Policies.only(policy), currency, List.of());
    }

    @Override
    public ScoringDecider knowing(List<SpecificRecord> reference) {
        return new ScoringDecider(facts, published, shipped, currency, reference);
    }

    @Override
    public Rule ruleAt(Instant time) {
        TierPolicy ruling = policies.at(time);
        return new Rule("%s version %d".formatted(ruling.id(), ruling.version()), ruling.effectiveFrom());
    }

    /** The rules in force at a moment. */
    public Scoring at(Instant moment) {
        return new Scoring(policies.at(moment));
    }

    /**
     * A customer as it will stand on a later date.
     *
     * @param scoring by which it will then be decided
     * @param scored what will then be decided
     * @param reviewDate when it will then be looked at next; none where nothing follows from time passing
     */
    public record Prospect(
            Scoring scoring, Scored scored, @Nullable LocalDate reviewDate) {}

    /**
     * A customer as it will stand at the end of a date if nothing happens until then, by the policies that will have ruled.
     *
     * @param now the bank's clock
     * @param until today by it, or later
     * @param calendar the bank's
     */
    public Prospect ifNothingHappens(Customer customer, Instant now, LocalDate until, BusinessCalendar calendar) {
        Customer then = customer;
        Instant from = now;
        Optional<Instant> change = policies.nextChangeAfter(from);
        while (change.isPresent() && !calendar.dateOf(change.get()).isAfter(until)) {
            Instant next = change.get();
            LocalDate lastDay = calendar.dateOf(next.minusMillis(1));
            if (!lastDay.isBefore(calendar.dateOf(now))) {
                then = at(from).ifNothingHappens(then, lastDay).customer();
            }
            then = at(next).review(then, calendar.dateOf(next)).customer();
            from = next;
            change = policies.nextChangeAfter(from);
        }
        Scored scored = at(from).ifNothingHappens(then, until);
        LocalDate changes = change.map(calendar::dateOf).orElse(null);
        return new Prospect(at(from), scored, earlier(scored.customer().reviewDate(), changes));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    @Override
    public Known read(String customerId, byte @Nullable [] bytes) {
        return new Known(customerId, Kept.of(bytes));
    }

    @Override
    public byte[] write(Known known) {
        return known.kept().write();
    }

    @Override
    public Known book(Known known, SpecificRecord event, Moment moment, Announcements announcements) {
        Customer customer = known.kept().customer();
        Scoring scoring = at(moment.at());
        if (event instanceof CustomerProfiled file) {
            Scored scored = scoring.profile(customer, ProfileReader.read(file), moment.asOf());
            return announce(known, scored, scoring, moment, announcements);
        }
        Optional<Fact> fact = facts.read(event, rates);
        if (fact.isPresent()) {
            Scored scored = scoring.book(customer, fact.get(), moment.asOf());
            return announce(known, scored, scoring, moment, announcements);
        }
        return isDue(customer, moment) ? review(known, moment, announcements) : known;
    }

    /** A fact that no feature needs still brings a new date, on which what was due comes about. */
    private static boolean isDue(Customer customer, Moment moment) {
        return customer.reviewDate() != null && !customer.reviewDate().isAfter(moment.asOf());
    }

    @Override
    public Known review(Known known, Moment moment, Announcements announcements) {
        Scoring scoring = at(moment.at());
        Scored scored = scoring.review(known.kept().customer(), moment.asOf());
        return announce(known, scored, scoring, moment, announcements);
    }

    private static Known announce(
            Known known, Scored scored, Scoring scoring, Moment moment, Announcements announcements) {
        EventWriter events = new EventWriter(scoring);
        String customerId = known.customerId();
        Said said = known.kept().said();
        if (scored.customer().standing().isAssigned()) {
            Said now = Said.of(
                    scoring.policy(), scored.assessment(), scored.customer().standing());
            if (said == null || said.differsNoticeablyFrom(now) || isOtherFile(known, scored)) {
                announcements.announce(Topics.SCORES, events.scored(customerId, scored, moment));
                said = now;
            }
        }
        for (Signal signal : scored.signals()) {
            announcements.announce(Topics.TIER_SIGNALS, events.signal(customerId, signal, scored, moment));
        }
        return new Known(customerId, new Kept(scored.customer(), said));
    }

    /** Needs and groups may be others by it. */
    private static boolean isOtherFile(Known known, Scored scored) {
        return !known.kept().customer().profile().equals(scored.customer().profile());
    }

    @Override
    public @Nullable LocalDate due(Known known) {
        return known.kept().customer().reviewDate();
    }
}
