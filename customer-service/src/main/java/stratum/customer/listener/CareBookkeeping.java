package stratum.customer.listener;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import stratum.customer.store.Changes;
import stratum.customer.store.Contact;
import stratum.customer.store.PersonalOffer;
import stratum.customer.store.Placeable;
import stratum.customer.store.Placeable.Cause;
import stratum.customer.usecase.FactWriter;
import stratum.events.Channel;
import stratum.events.CustomerProfiled;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.OfferMade;
import stratum.events.OfferOutcome;
import stratum.events.OfferWithdrawn;
import stratum.events.OutcomeKind;
import stratum.events.SignalKind;
import stratum.events.StageChanged;
import stratum.events.TierSignalled;
import stratum.schemas.FactRules;

/** What each type of record has to say about who looks after a customer, and about contacts. */
final class CareBookkeeping {

    private static final Set<Channel> PERSONAL = Set.of(Channel.RM_CALL, Channel.BRANCH);

    /** Both sides take part in these; with nobody of the bank named it was a machine, or nobody remembers. */
    private static final Set<InteractionKind> MUTUAL = Set.of(
            InteractionKind.BRANCH_VISIT,
            InteractionKind.CALL_IN,
            InteractionKind.CALL_OUT,
            InteractionKind.MESSAGE_IN,
            InteractionKind.EVENT_ATTENDED);

    private static final Set<OutcomeKind> FINAL =
            Set.of(OutcomeKind.ACCEPTED, OutcomeKind.DECLINED, OutcomeKind.UNSUBSCRIBED, OutcomeKind.FAILED);

    private CareBookkeeping() {}

    static void book(SpecificRecord record, Changes changes) {
        if (record instanceof TierSignalled signal) {
            signal(signal, changes);
        } else if (record instanceof CustomerProfiled file) {
            changes.add(Placeable.of(Cause.PROFILE, file.getCustomerId(), file.getOccurredAt()));
        } else if (record instanceof StageChanged move) {
            changes.add(new Placeable(
                    move.getOccurredAt(),
                    move.getCustomerId(),
                    Cause.STAGE,
                    null,
                    null,
                    null,
                    move.getTo().name(),
                    null));
        } else if (record instanceof InteractionRecorded interaction) {
            contact(interaction, changes);
        } else {
            offer(record, changes);
        }
    }

    private static void signal(TierSignalled signal, Changes changes) {
        boolean moved = Bookkeeping.TIER_MOVES.contains(signal.getKind());
        if (moved || signal.getKind() == SignalKind.NEAR_UPGRADE) {
            changes.add(new Placeable(
                    signal.getOccurredAt(),
                    signal.getCustomerId(),
                    moved ? Cause.MOVED : Cause.NEAR_UPGRADE,
                    signal.getTier(),
                    (long) signal.getScore(),
                    balance(signal.getFeatures()),
                    null,
                    null));
        }
    }

    /** The average says more of how much is to be looked after than the balance of the moment. */
    private static long balance(Map<String, Object> features) {
        Object balance = features.getOrDefault("avgBalance90d", features.getOrDefault("balance", 0L));
        long minor = balance instanceof Long whole ? whole : 0L;
        return Math.max(0, Math.min(minor, FactRules.LARGEST_AMOUNT));
    }

    private static void contact(InteractionRecorded fact, Changes changes) {
        if (fact.getStaffId() != null && MUTUAL.contains(fact.getKind())) {
            changes.add(new Contact(
                    fact.getCustomerId(),
                    fact.getOccurredAt(),
                    fact.getEventId(),
                    fact.getKind().name(),
                    fact.getChannel().name(),
                    fact.getStaffId(),
                    true,
                    null,
                    fact.getReference(),
                    null));
            changes.add(Placeable.of(Cause.CONTACT, fact.getCustomerId(), fact.getOccurredAt()));
        }
    }

    private static void offer(SpecificRecord record, Changes changes) {
        if (record instanceof OfferMade offer && PERSONAL.contains(offer.getChannel())) {
            changes.add(new PersonalOffer(
                    offer.getOfferId(),
                    offer.getCustomerId(),
                    offer.getChannel().name(),
                    offer.getOfferCode(),
                    offer.getLanguage(),
                    FactWriter.list(offer.getReasons()),
                    FactWriter.list(offer.getMessages()),
                    offer.getOccurredAt(),
                    offer.getValidUntil()));
            changes.add(Placeable.of(Cause.OFFER, offer.getCustomerId(), offer.getOccurredAt()));
            changes.add(Placeable.of(Cause.OFFER, offer.getCustomerId(), offer.getValidUntil()));
        } else if (record instanceof OfferWithdrawn withdrawn) {
            closed(withdrawn.getOfferId(), withdrawn.getCustomerId(), withdrawn.getOccurredAt(), "WITHDRAWN", changes);
        } else if (record instanceof OfferOutcome outcome && isPersonal(outcome) && FINAL.contains(outcome.getKind())) {
            closed(
                    outcome.getOfferId(),
                    outcome.getCustomerId(),
                    outcome.getOccurredAt(),
                    outcome.getKind().name(),
                    changes);
        }
    }

    private static boolean isPersonal(OfferOutcome outcome) {
        return outcome.getChannel() == null || PERSONAL.contains(outcome.getChannel());
    }

    private static void closed(String offerId, String customerId, Instant at, String by, Changes changes) {
        changes.add(new PersonalOffer.Closed(offerId, customerId, at, by));
        changes.add(Placeable.of(Cause.OFFER, customerId, at));
    }
}
