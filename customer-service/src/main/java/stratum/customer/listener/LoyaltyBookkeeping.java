package stratum.customer.listener;

import org.apache.avro.specific.SpecificRecord;
import stratum.customer.store.Changes;
import stratum.customer.store.LoyaltyFact;
import stratum.customer.store.LoyaltyFact.Kind;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.StageChanged;

/** Which records loyalty is counted by. */
final class LoyaltyBookkeeping {

    private LoyaltyBookkeeping() {}

    static void book(SpecificRecord record, Changes changes) {
        if (record instanceof HoldingChanged holding && holding.getStatus() == HoldingStatus.OPENED) {
            changes.add(new LoyaltyFact(
                    Kind.OPENED, holding.getOccurredAt(), holding.getCustomerId(), holding.getEventId(), null));
        } else if (record instanceof StageChanged move) {
            changes.add(new LoyaltyFact(
                    Kind.STAGE,
                    move.getOccurredAt(),
                    move.getCustomerId(),
                    move.getTransitionId(),
                    move.getTo().name()));
        } else if (record instanceof InteractionRecorded interaction) {
            interaction(interaction, changes);
        }
    }

    private static void interaction(InteractionRecorded fact, Changes changes) {
        if (fact.getKind() == InteractionKind.REFERRAL_MADE) {
            changes.add(new LoyaltyFact(
                    Kind.REFERRAL, fact.getOccurredAt(), fact.getCustomerId(), fact.getEventId(), null));
        } else if (fact.getKind() == InteractionKind.SURVEY_ANSWERED && fact.getScore() != null) {
            changes.add(new LoyaltyFact(
                    Kind.SURVEY,
                    fact.getOccurredAt(),
                    fact.getCustomerId(),
                    fact.getEventId(),
                    fact.getScore().toString()));
        }
    }
}
