package stratum.campaign.stream;

import java.util.List;
import stratum.campaign.domain.Considered;
import stratum.campaign.domain.Decision;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.Offer;
import stratum.campaign.domain.Withheld;
import stratum.events.Channel;
import stratum.events.DecisionMade;
import stratum.events.Message;
import stratum.events.Money;
import stratum.events.OccasionKind;
import stratum.events.OfferMade;
import stratum.events.Reason;

/** Decisions as they are announced. */
final class Announced {

    /** Until campaigns have variants to compare, each has this one. */
    private static final String ONLY_VARIANT = "standard";

    private final String currency;

    Announced(String currency) {
        this.currency = currency;
    }

    DecisionMade decision(Decision decision) {
        Offer offer = decision.offer();
        return new DecisionMade(
                decision.id(),
                decision.customerId(),
                decision.at(),
                occasion(decision.occasion()),
                offer == null ? null : offer.id(),
                decision.considered().stream().map(Announced::considered).toList());
    }

    private static stratum.events.Considered considered(Considered one) {
        Withheld withheld = one.withheld();
        return new stratum.events.Considered(
                one.campaignId(),
                one.version(),
                withheld == null ? null : withheld.why().name(),
                withheld == null ? null : withheld.detail());
    }

    OfferMade offer(Decision decision, Offer offer) {
        return OfferMade.newBuilder()
                .setOfferId(offer.id())
                .setCustomerId(decision.customerId())
                .setOccurredAt(decision.at())
                .setCampaignId(offer.campaign().id())
                .setCampaignVersion(offer.campaign().version())
                .setOccasion(occasion(decision.occasion()))
                .setOfferCode(offer.campaign().offer().code())
                .setProduct(offer.campaign().offer().product())
                .setTerms(offer.campaign().offer().terms())
                .setValue(new Money(offer.campaign().offer().valueMinor(), currency))
                .setChannel(channel(offer))
                .setVariant(ONLY_VARIANT)
                .setMessages(messages(offer))
                .setLanguage(offer.language())
                .setValidUntil(offer.validUntil())
                .setTier(offer.tier())
                .setStage(offer.stage())
                .setReasons(offer.reasons().stream()
                        .map(reason -> new Reason(reason.code(), reason.text()))
                        .toList())
                .build();
    }

    private static stratum.events.Occasion occasion(Occasion occasion) {
        return new stratum.events.Occasion(
                OccasionKind.valueOf(occasion.kind().name()), occasion.id(), occasion.name(), occasion.at());
    }

    private static List<Message> messages(Offer offer) {
        return offer.messages().stream()
                .map(message -> new Message(channel(offer), message.language(), message.title(), message.text()))
                .toList();
    }

    private static Channel channel(Offer offer) {
        return Channel.valueOf(offer.channel().name());
    }
}
