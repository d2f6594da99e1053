package stratum.campaign.domain;

import java.time.Instant;
import java.util.List;

/**
 * A campaign that would make a customer an offer, before the gates.
 *
 * @param propensity how likely the customer accepts
 */
record Proposal(Campaign campaign, Situation situation, double propensity) {

    Customer customer() {
        return situation.customer();
    }

    Instant at() {
        return situation.at();
    }

    List<Channel> channels() {
        return campaign.channelsFor(customer().tier());
    }

    Purpose purpose() {
        return campaign.objective().purpose();
    }

    /** The channels that the customer allows. */
    List<Channel> permitted() {
        return channels().stream()
                .filter(channel -> customer().consents().allow(channel, purpose()))
                .toList();
    }

    List<Contact> contacts() {
        return customer().history().contacts();
    }

    /** What it is expected to bring. */
    double priority() {
        return propensity * campaign.offer().valueMinor() * campaign.lever();
    }
}
