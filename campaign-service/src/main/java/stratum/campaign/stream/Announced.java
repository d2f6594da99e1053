package stratum.campaign.stream;

import java.time.Instant;
import java.util.List;
import stratum.campaign.domain.Decision;
import stratum.campaign.domain.Exposure;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.Offer;
import stratum.campaign.domain.Withdrawal;
import stratum.campaign.domain.Withheld;
import stratum.events.Channel;
import stratum.events.DecisionMade;
import stratum.events.Exposed;
import stratum.events.ExposureFollowed;
import stratum.events.Message;
import stratum.events.Money;
import stratum.events.OccasionKind;
import stratum.events.OfferMade;
import stratum.events.OfferWithdrawn;
import stratum.events.Reason;

/** Decisions as they are announced. */
final class Announced {

    private final String currency;

    Announced(String currency) {
        this.currency = currency;
    }

    DecisionMade decision(Decision decision) {
        Offer offer = decision.offer();
        Exposure control = decision.control();
        return DecisionMade.newBuilder()
                .setDecisionId(decision.id())
                .setCustomerId(decision.customerId())
                .setOccurredAt(decision.at())
                .setOccasion(occasion(decision.occasion()))
                .setOfferId(offer == null ? null : offer.id())
                .setConsidered(decision.considered().stream()
                        .map(Announced::considered)
                        .toList())
                .setTier(decision.tier())
                .setStage(decision.stage())
                .setControlOf(control == null ? null : control.campaignId())
                .setWaitsUntil(decision.again())
                .build();
    }

    private static stratum.events.Considered considered(stratum.campaign.domain.Considered one) {
        Withheld withheld = one.withheld();
        return new stratum.events.Considered(
                one.campaignId(),
                one.version(),
                withheld == null ? null : withheld.why().name(),
                withheld == null ? null : withheld.detail(),
                one.variant());
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
                .setChannel(channel(offer.channel()))
                .setVariant(offer.exposure().variant())
                .setMessages(messages(offer))
                .setLanguage(offer.language())
                .setValidUntil(offer.validUntil())
                .setTier(offer.tier())
                .setStage(offer.stage())
                .setReasons(offer.reasons().stream().map(Announced::reason).toList())
                .build();
    }

    OfferWithdrawn withdrawn(String customerId, Withdrawal withdrawal, Instant at) {
        return new OfferWithdrawn(withdrawal.offer().id(), customerId, at, reason(withdrawal.reason()));
    }

    Exposed exposed(String customerId, Exposure exposure, String offerCode) {
        return Exposed.newBuilder()
                .setExposureId(exposure.id())
                .setCustomerId(customerId)
                .setOccurredAt(exposure.at())
                .setCampaignId(exposure.campaignId())
                .setCampaignVersion(exposure.version())
                .setOfferCode(offerCode)
                .setVariant(exposure.variant())
                .setControl(exposure.isControl())
                .setChannel(channel(exposure.channel()))
                .setTier(exposure.tier())
                .setStage(exposure.stage())
                .setPropensity(exposure.propensity())
                .setGoalUntil(exposure.goalUntil())
                .build();
    }

    ExposureFollowed followed(String customerId, Exposure exposure, Happened what, Instant at, long amountMinor) {
        return new ExposureFollowed(
                exposure.id(),
                customerId,
                at,
                exposure.campaignId(),
                stratum.events.Happened.valueOf(what.name()),
                amountMinor);
    }

    private static stratum.events.Occasion occasion(Occasion occasion) {
        return new stratum.events.Occasion(
                OccasionKind.valueOf(occasion.kind().name()), occasion.id(), occasion.name(), occasion.at());
    }

    private static Reason reason(stratum.campaign.domain.Reason reason) {
        return new Reason(reason.code(), reason.text());
    }

    private static List<Message> messages(Offer offer) {
        return offer.messages().stream()
                .map(message ->
                        new Message(channel(offer.channel()), message.language(), message.title(), message.text()))
                .toList();
    }

    private static Channel channel(stratum.campaign.domain.Channel channel) {
        return Channel.valueOf(channel.name());
    }
}
