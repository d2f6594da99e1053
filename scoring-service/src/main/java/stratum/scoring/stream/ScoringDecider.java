package stratum.scoring.stream;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.CustomerProfiled;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;
import stratum.schemas.Topics;
import stratum.scoring.domain.Customer;
import stratum.scoring.domain.Fact;
import stratum.scoring.domain.Rates;
import stratum.scoring.domain.Scoring;
import stratum.scoring.domain.Scoring.Scored;
import stratum.scoring.domain.Signal;

/** Lets the scoring rules decide on the stream, and announces what they decide. */
final class ScoringDecider implements Decider<ScoringDecider.Known> {

    /** A customer by name, with what is kept of it. */
    record Known(String customerId, Kept kept) {}

    private final Scoring scoring;
    private final FactReader facts;
    private final Rates rates;
    private final EventWriter events;

    ScoringDecider(Scoring scoring, FactReader facts, Rates rates) {
        this.scoring = scoring;
        this.facts = facts;
        this.rates = rates;
        this.events = new EventWriter(scoring);
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
        if (event instanceof CustomerProfiled file) {
            return announce(
                    known, scoring.profile(customer, ProfileReader.read(file), moment.asOf()), moment, announcements);
        }
        Optional<Fact> fact = facts.read(event, rates);
        if (fact.isPresent()) {
            return announce(known, scoring.book(customer, fact.get(), moment.asOf()), moment, announcements);
        }
        return isDue(customer, moment) ? review(known, moment, announcements) : known;
    }

    /** A fact that no feature needs still brings a new date, on which what was due comes about. */
    private static boolean isDue(Customer customer, Moment moment) {
        return customer.reviewDate() != null && !customer.reviewDate().isAfter(moment.asOf());
    }

    @Override
    public Known review(Known known, Moment moment, Announcements announcements) {
        return announce(known, scoring.review(known.kept().customer(), moment.asOf()), moment, announcements);
    }

    private Known announce(Known known, Scored scored, Moment moment, Announcements announcements) {
        String customerId = known.customerId();
        Said said = known.kept().said();
        if (scored.customer().standing().isAssigned()) {
            Said now = Said.of(scored.assessment(), scored.customer().standing());
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
