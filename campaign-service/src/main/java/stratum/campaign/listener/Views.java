package stratum.campaign.listener;

import java.util.List;
import java.util.function.Function;
import stratum.campaign.usecase.DecisionView;
import stratum.campaign.usecase.DecisionView.ConsideredView;
import stratum.campaign.usecase.OccasionView;
import stratum.campaign.usecase.OfferView;
import stratum.campaign.usecase.OfferView.MessageView;
import stratum.campaign.usecase.OfferView.MoneyView;
import stratum.campaign.usecase.OfferView.ReasonView;
import stratum.events.Considered;
import stratum.events.DecisionMade;
import stratum.events.Message;
import stratum.events.Occasion;
import stratum.events.OfferMade;
import stratum.events.Reason;

/** What was announced, as people look it up. */
final class Views {

    private Views() {}

    static OfferView of(OfferMade offer) {
        return new OfferView(
                offer.getOfferId(),
                offer.getCustomerId(),
                offer.getOccurredAt(),
                offer.getCampaignId(),
                offer.getCampaignVersion(),
                of(offer.getOccasion()),
                offer.getOfferCode(),
                offer.getProduct(),
                offer.getTerms(),
                new MoneyView(
                        offer.getValue().getAmountMinor(), offer.getValue().getCurrency()),
                offer.getChannel().name(),
                offer.getVariant(),
                map(offer.getMessages(), Views::of),
                offer.getLanguage(),
                offer.getValidUntil(),
                offer.getTier(),
                offer.getStage(),
                map(offer.getReasons(), Views::of));
    }

    static DecisionView of(DecisionMade decision) {
        return new DecisionView(
                decision.getDecisionId(),
                decision.getCustomerId(),
                decision.getOccurredAt(),
                of(decision.getOccasion()),
                decision.getOfferId(),
                decision.getTier(),
                decision.getStage(),
                decision.getControlOf(),
                decision.getWaitsUntil(),
                map(decision.getConsidered(), Views::of));
    }

    private static OccasionView of(Occasion occasion) {
        return new OccasionView(
                occasion.getKind().name(), occasion.getId(), occasion.getName(), occasion.getOccurredAt());
    }

    private static MessageView of(Message message) {
        return new MessageView(
                message.getChannel().name(), message.getLanguage(), message.getTitle(), message.getText());
    }

    private static ReasonView of(Reason reason) {
        return new ReasonView(reason.getCode(), reason.getText());
    }

    private static ConsideredView of(Considered considered) {
        return new ConsideredView(
                considered.getCampaignId(),
                considered.getCampaignVersion(),
                considered.getVariant(),
                considered.getWithheld(),
                considered.getDetail());
    }

    private static <A, B> List<B> map(List<A> all, Function<A, B> one) {
        return all.stream().map(one).toList();
    }
}
