package stratum.campaign.stream;

import java.time.Instant;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Deciding;
import stratum.campaign.domain.Decision;
import stratum.campaign.domain.Exposure;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.Following;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.Offer;
import stratum.campaign.domain.ReachedGoal;
import stratum.campaign.domain.Waiting;
import stratum.campaign.domain.Withdrawal;
import stratum.platform.stream.Announcements;
import stratum.platform.stream.Moment;
import stratum.schemas.Topics;

/** What follows from one fact, or from one moment, for one customer: announced and remembered step by step. */
final class Consequences {

    private final Deciding deciding;
    private final Following following;
    private final Announced announced;
    private final Deciding.When when;
    private final Announcements announcements;
    private final Spent spent;
    private Customer customer;

    /** Begins with what is known of the customer. */
    Consequences(CampaignRules rules, Customer customer, Moment moment, Announcements announcements) {
        this.deciding = rules.deciding();
        this.following = rules.following();
        this.announced = rules.announced();
        this.when = new Deciding.When(moment.asOf(), moment.at());
        this.announcements = announcements;
        this.spent = new Spent(announcements.tallies(), rules.partOf(customer.id()));
        this.customer = customer;
    }

    /** What is known of the customer afterwards. */
    Customer customer() {
        return customer;
    }

    /** The customer is now known like this. */
    Consequences becomes(Customer now) {
        customer = now;
        return this;
    }

    /** A fact: what it undoes, what goals it reaches, and what it gives occasion for. */
    Consequences of(Occasion occasion) {
        following.undoneWaiting(customer, occasion).forEach(this::vanished);
        following.undone(customer, occasion, when.at()).forEach(this::withdraw);
        if (occasion.reverses() == null) {
            following.goals(customer, occasion, when.today()).forEach(this::reached);
            deciding.decide(customer, occasion, when, spent).ifPresent(this::decided);
        }
        return this;
    }

    /** Offers that nobody has heard of are called back where the customer allows the contact no longer. */
    Consequences ofLostConsent() {
        following.unwanted(customer, when.at()).forEach(this::withdraw);
        return this;
    }

    /** An occasion has waited long enough. */
    void again(Waiting waited) {
        deciding.decideAgain(customer, waited, when, spent)
                .ifPresentOrElse(this::decided, () -> customer = customer.dropped(waited));
    }

    private void vanished(Waiting waited) {
        Decision decision = deciding.vanished(customer, waited, when);
        if (decision.considered().isEmpty()) {
            customer = customer.dropped(waited);
        } else {
            decided(decision);
        }
    }

    private void decided(Decision decision) {
        Offer offer = decision.offer();
        if (offer != null) {
            announcements.announce(Topics.OFFERS, announced.offer(decision, offer));
            spent.one(offer.campaign(), when.today());
            exposed(offer.exposure());
        }
        if (decision.control() != null) {
            exposed(decision.control());
        }
        announcements.announce(Topics.DECISIONS, announced.decision(decision));
        customer = deciding.remember(customer, decision);
    }

    private void exposed(Exposure exposure) {
        announcements.announce(
                Topics.EXPOSURES, announced.exposed(customer.id(), exposure, deciding.offerCode(exposure)));
    }

    private void withdraw(Withdrawal withdrawal) {
        announcements.announce(Topics.OFFERS, announced.withdrawn(customer.id(), withdrawal, when.at()));
        followed(withdrawal.offer(), Happened.WITHDRAWN, when.at(), 0);
        customer = following.remember(customer, withdrawal, when.at());
    }

    private void reached(ReachedGoal goal) {
        followed(goal.exposure(), Happened.GOAL_REACHED, goal.fact().at(), goal.amountMinor());
        customer = following.remember(customer, goal);
    }

    void followed(Exposure exposure, Happened what, Instant at, long amountMinor) {
        announcements.announce(Topics.EXPOSURES, announced.followed(customer.id(), exposure, what, at, amountMinor));
    }
}
