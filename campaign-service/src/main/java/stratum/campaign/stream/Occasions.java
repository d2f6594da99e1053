package stratum.campaign.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Campaigns.ScheduledTurn;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.Reason;
import stratum.campaign.domain.Words;
import stratum.events.HoldingChanged;
import stratum.events.InteractionRecorded;
import stratum.events.MilestoneReached;
import stratum.events.Money;
import stratum.events.StageChanged;
import stratum.events.TierSignalled;
import stratum.events.TransactionPosted;

/** Facts that may lead to an offer, or reach a goal. */
final class Occasions {

    private final Words words;
    private final String currency;

    Occasions(Words words, String currency) {
        this.words = words;
        this.currency = currency;
    }

    Occasion of(TierSignalled signal) {
        String name = signal.getKind().name();
        return new Occasion(
                OccasionKind.TIER_SIGNAL,
                signal.getSignalId(),
                name,
                signal.getOccurredAt(),
                Said.of(OccasionKind.TIER_SIGNAL, name)
                        .and("fromTier", signal.getFromTier() == null ? "" : signal.getFromTier())
                        .and("tier", signal.getTier())
                        .and("candidate", signal.getCandidate())
                        .and("score", (long) signal.getScore())
                        .facts(),
                signal.getFeatures(),
                List.of(name + ":" + signal.getTier(), name),
                signal.getReasons().stream()
                        .map(reason -> new Reason(reason.getCode(), reason.getText()))
                        .toList(),
                null);
    }

    Occasion of(StageChanged transition) {
        String name = transition.getTo().name();
        List<String> causes = transition.getCauses().stream().map(Enum::name).toList();
        return new Occasion(
                OccasionKind.STAGE_CHANGE,
                transition.getTransitionId(),
                name,
                transition.getOccurredAt(),
                Said.of(OccasionKind.STAGE_CHANGE, name)
                        .and(
                                "from",
                                transition.getFrom() == null
                                        ? ""
                                        : transition.getFrom().name())
                        .and("to", name)
                        .and("causes", causes)
                        .and("risk", (long) transition.getRisk())
                        .facts(),
                transition.getFeatures(),
                Stream.concat(causes.stream(), Stream.of(name)).toList(),
                causes.stream().map(words::cause).toList(),
                null);
    }

    Occasion of(MilestoneReached milestone) {
        String name = milestone.getKind().name();
        return new Occasion(
                OccasionKind.MILESTONE,
                milestone.getMilestoneId(),
                name,
                milestone.getOccurredAt(),
                Said.of(OccasionKind.MILESTONE, name)
                        .and("reference", milestone.getReference())
                        .and("amountMinor", amount(milestone.getAmount()))
                        .facts(),
                Map.of(),
                List.of(name),
                List.of(),
                null);
    }

    Occasion of(InteractionRecorded contact) {
        String name = contact.getKind().name();
        return new Occasion(
                OccasionKind.INTERACTION,
                contact.getEventId(),
                name,
                contact.getOccurredAt(),
                Said.of(OccasionKind.INTERACTION, name)
                        .and("channel", contact.getChannel().name())
                        .and("score", contact.getScore() == null ? null : (long) contact.getScore())
                        .and("reference", contact.getReference())
                        .facts(),
                Map.of(),
                List.of(name),
                List.of(),
                null);
    }

    Occasion of(TransactionPosted transaction) {
        String name = transaction.getPurpose().name();
        return new Occasion(
                OccasionKind.TRANSACTION,
                transaction.getEventId(),
                name,
                transaction.getOccurredAt(),
                Said.of(OccasionKind.TRANSACTION, name)
                        .and("direction", transaction.getDirection().name())
                        .and("productFamily", transaction.getProductFamily().name())
                        .and("channel", transaction.getChannel().name())
                        .and("initiator", transaction.getInitiator().name())
                        .and("counterpartyBank", transaction.getCounterpartyBank())
                        .and("currency", transaction.getAmount().getCurrency())
                        .and("amountMinor", amount(transaction.getAmount()))
                        .facts(),
                Map.of(),
                List.of(name),
                List.of(),
                transaction.getReverses() == null
                        ? null
                        : new Occasion.Reversed(
                                transaction.getReverses().getEventId(),
                                transaction.getReverses().getOccurredAt()));
    }

    Occasion of(HoldingChanged holding) {
        String name = holding.getStatus().name();
        return new Occasion(
                OccasionKind.HOLDING,
                holding.getEventId(),
                name,
                holding.getOccurredAt(),
                Said.of(OccasionKind.HOLDING, name)
                        .and("family", holding.getFamily().name())
                        .and("productCode", holding.getProductCode())
                        .and("amountMinor", amount(holding.getValue()))
                        .facts(),
                Map.of(),
                List.of(name),
                List.of(),
                null);
    }

    Occasion of(ScheduledTurn turn) {
        String name = turn.schedule().key();
        return new Occasion(
                OccasionKind.SCHEDULE,
                "%s @ %s".formatted(name, turn.turn().walk()),
                name,
                turn.turn().at(),
                Said.of(OccasionKind.SCHEDULE, name).facts(),
                Map.of(),
                List.of(),
                List.of(),
                null);
    }

    /** In minor units of the base currency; none of another one, for campaigns know no rates. */
    private @Nullable Long amount(@Nullable Money money) {
        return money != null && money.getCurrency().equals(currency) ? money.getAmountMinor() : null;
    }

    /** What a condition may ask about an occasion; what is unknown is left out. */
    private record Said(Map<String, Object> facts) {

        static Said of(OccasionKind kind, String name) {
            return new Said(new HashMap<>()).and("kind", kind.name()).and("name", name);
        }

        Said and(String name, @Nullable Object value) {
            if (value != null) {
                facts.put(name, value);
            }
            return this;
        }
    }
}
