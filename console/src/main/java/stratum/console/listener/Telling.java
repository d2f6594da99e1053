package stratum.console.listener;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import stratum.console.domain.News;
import stratum.console.domain.Words;
import stratum.events.Considered;
import stratum.events.DecisionMade;
import stratum.events.Message;
import stratum.events.OfferMade;
import stratum.events.Reason;
import stratum.events.StageChanged;
import stratum.events.TierSignalled;

/** Turns a decision as it was published into what the page tells of it. */
final class Telling {

    private Telling() {}

    /** Nothing for a record that the page does not tell, such as a decision whose offer is told already. */
    static Optional<News> of(SpecificRecord event) {
        if (event instanceof TierSignalled signal) {
            return Optional.of(signal(signal));
        }
        if (event instanceof StageChanged change) {
            return Optional.of(transition(change));
        }
        if (event instanceof OfferMade offer) {
            return Optional.of(offer(offer));
        }
        return event instanceof DecisionMade decision && decision.getOfferId() == null
                ? Optional.of(withheld(decision))
                : Optional.empty();
    }

    private static News signal(TierSignalled signal) {
        return new News.Signal(
                signal.getCustomerId(),
                signal.getOccurredAt(),
                signal.getKind().name(),
                signal.getFromTier(),
                signal.getTier(),
                signal.getScore(),
                signal.getDemotionDate(),
                words(signal.getReasons()));
    }

    private static News transition(StageChanged change) {
        return new News.Transition(
                change.getCustomerId(),
                change.getOccurredAt(),
                change.getFrom() == null ? null : change.getFrom().name(),
                change.getTo().name(),
                change.getCauses().stream().map(Enum::name).toList(),
                change.getRisk(),
                change.getPAlive());
    }

    private static News offer(OfferMade offer) {
        return new News.Offer(
                offer.getCustomerId(),
                offer.getOccurredAt(),
                offer.getCampaignId(),
                offer.getOfferCode(),
                offer.getOccasion().getName(),
                offer.getChannel().name(),
                offer.getValue().getAmountMinor(),
                offer.getValue().getCurrency(),
                message(offer.getOfferCode(), offer.getMessages()),
                words(offer.getReasons()));
    }

    private static News withheld(DecisionMade decision) {
        return new News.Withheld(
                decision.getCustomerId(),
                decision.getOccurredAt(),
                decision.getOccasion().getName(),
                decision.getConsidered().stream().map(Telling::refusal).toList());
    }

    private static News.Refusal refusal(Considered considered) {
        String reason = considered.getWithheld();
        return new News.Refusal(
                considered.getCampaignId(), reason == null ? "OUTRANKED" : reason, considered.getDetail());
    }

    private static Words message(String code, List<Message> messages) {
        return new Words(
                code,
                messages.stream()
                        .collect(Collectors.toMap(Message::getLanguage, Message::getText, (first, next) -> first)));
    }

    private static List<Words> words(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Words(reason.getCode(), reason.getText()))
                .toList();
    }
}
