package stratum.campaign.stream;

import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Deciding;
import stratum.campaign.domain.Decision;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.Offer;
import stratum.events.CustomerProfiled;
import stratum.events.Scored;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.events.TierSignalled;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Decider;
import stratum.platform.stream.Moment;
import stratum.schemas.Topics;

/** What campaigns decide about one customer. Nothing follows from the mere passing of time. */
final class CampaignDecider implements Decider<Customer> {

    private final Deciding deciding;
    private final Occasions occasions;
    private final Announced announced;

    CampaignDecider(Deciding deciding, Occasions occasions, Announced announced) {
        this.deciding = deciding;
        this.occasions = occasions;
        this.announced = announced;
    }

    @Override
    public Customer read(String customerId, byte @Nullable [] bytes) {
        return bytes == null ? Customer.unknown(customerId) : CustomerReader.read(customerId, bytes);
    }

    @Override
    public byte[] write(Customer customer) {
        return CustomerWriter.write(customer);
    }

    @Override
    public Customer book(Customer customer, SpecificRecord fact, Moment moment, Announcements announcements) {
        if (fact instanceof CustomerProfiled profiled) {
            return customer.profiled(Facts.profile(profiled));
        } else if (fact instanceof Scored scored) {
            return customer.scored(Facts.standing(scored));
        } else if (fact instanceof Staged staged) {
            return customer.staged(staged.getStage().name());
        } else if (fact instanceof TierSignalled signal) {
            return decide(customer, occasions.of(signal), moment, announcements);
        } else if (fact instanceof StageChanged transition) {
            return decide(customer, occasions.of(transition), moment, announcements);
        }
        throw new IllegalArgumentException(
                "Campaigns read no " + fact.getSchema().getName());
    }

    private Customer decide(Customer customer, Occasion occasion, Moment moment, Announcements announcements) {
        return deciding.decide(customer, occasion, moment.asOf(), moment.at())
                .map(decision -> announce(customer, decision, announcements))
                .orElse(customer);
    }

    private Customer announce(Customer customer, Decision decision, Announcements announcements) {
        Offer offer = decision.offer();
        if (offer != null) {
            announcements.announce(Topics.OFFERS, announced.offer(decision, offer));
        }
        announcements.announce(Topics.DECISIONS, announced.decision(decision));
        return deciding.remember(customer, decision);
    }

    @Override
    public Customer review(Customer customer, Moment moment, Announcements announcements) {
        return customer;
    }

    @Override
    public @Nullable LocalDate due(Customer customer) {
        return null;
    }
}
