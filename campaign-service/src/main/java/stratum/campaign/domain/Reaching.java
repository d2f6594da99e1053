package stratum.campaign.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Whether a customer meets a campaign's condition now, with no occasion at hand. */
public final class Reaching {

    /** How a customer stands to a campaign. */
    public enum Stands {
        MEETS,
        /** Something that it asks for is not known, of the customer or for want of an occasion. */
        UNDECIDED,
        DOES_NOT
    }

    private Reaching() {}

    /** How the customer stands to the campaign's condition. */
    public static Stands of(Customer customer, Campaign campaign, LocalDate today) {
        try {
            return campaign.condition().holds(Subject.of(customer, none(campaign), today))
                    ? Stands.MEETS
                    : Stands.DOES_NOT;
        } catch (Condition.Undecidable e) {
            return Stands.UNDECIDED;
        }
    }

    /** Whether the customer allows a contact on one of its channels. */
    public static boolean isContactable(Customer customer, Campaign campaign) {
        return campaign.channelsFor(customer.tier()).stream()
                .anyMatch(channel ->
                        customer.consents().allow(channel, campaign.objective().purpose()));
    }

    private static Occasion none(Campaign campaign) {
        return new Occasion(
                campaign.trigger().kind(),
                "",
                "",
                Instant.EPOCH,
                Map.of("kind", campaign.trigger().kind().name()),
                Map.of(),
                List.of(),
                List.of(),
                null);
    }
}
