package stratum.campaign.domain;

import java.time.Instant;
import java.util.List;

/** A campaign that would make a customer an offer at a moment, before the gates. */
record Proposal(Campaign campaign, Customer customer, Subject subject, Instant at) {

    List<Channel> channels() {
        return campaign.channelsFor(customer.tier());
    }

    Purpose purpose() {
        return campaign.objective().purpose();
    }

    /** The channels that the customer allows. */
    List<Channel> permitted() {
        return channels().stream()
                .filter(channel -> customer.consents().allow(channel, purpose()))
                .toList();
    }

    List<Contact> contacts() {
        return customer.history().contacts();
    }
}
