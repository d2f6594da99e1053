package stratum.customer.listener;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.customer.store.AccountKey;
import stratum.customer.store.Changes;
import stratum.customer.store.LifeStage;
import stratum.customer.store.ProductChange;
import stratum.customer.store.Standing;
import stratum.customer.store.TierChange;
import stratum.customer.store.TimelineEntry;
import stratum.customer.store.Valuation;
import stratum.customer.usecase.EditingFiles;
import stratum.customer.usecase.FactWriter;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Scored;
import stratum.events.SignalKind;
import stratum.events.Staged;
import stratum.events.TierSignalled;
import stratum.events.TransactionPosted;
import stratum.schemas.FactRules;

/** What each type of record changes in a dossier. */
final class Bookkeeping {

    /** These have columns of their own in the timeline; personal data stays in the file, where it can be erased. */
    private static final Set<String> IN_COLUMNS =
            Set.of("customerId", "occurredAt", "eventId", "signalId", "transitionId", "milestoneId", "personalData");

    private static final Set<String> OF_SCORES = Set.of("customerId", "occurredAt", "tier", "score");
    private static final Set<String> OF_STAGES = Set.of("customerId", "occurredAt", "stage", "risk", "features");
    static final Set<SignalKind> TIER_MOVES = Set.of(
            SignalKind.ASSIGNED,
            SignalKind.UPGRADED,
            SignalKind.DOWNGRADED,
            SignalKind.OVERRIDDEN,
            SignalKind.OVERRIDE_ENDED);

    private Bookkeeping() {}

    /** All that these records change. */
    static Changes changes(List<Arrived> batch) {
        Changes changes = new Changes();
        batch.forEach(arrived -> book(arrived, changes));
        return changes;
    }

    private static void book(Arrived arrived, Changes changes) {
        SpecificRecord record = arrived.record();
        if (record instanceof Scored scored) {
            changes.add(standing(scored, arrived.raw().offset()));
        } else if (record instanceof Staged staged) {
            changes.add(lifeStage(staged, arrived.raw().offset()));
        } else if (FactRules.eventIdOf(record) != null) {
            changes.add(entry(record));
            current(record, arrived.raw().offset(), changes);
            CareBookkeeping.book(record, changes);
            LoyaltyBookkeeping.book(record, changes);
        }
    }

    /** What happened also changes what stands now. */
    private static void current(SpecificRecord record, long offset, Changes changes) {
        if (record instanceof TransactionPosted transaction) {
            valuation(transaction, changes);
        } else if (record instanceof HoldingChanged holding) {
            changes.add(product(holding));
            valuation(holding, changes);
        } else if (record instanceof CustomerProfiled profile) {
            changes.add(EditingFiles.changeOf(profile));
        } else if (record instanceof TierSignalled signal && TIER_MOVES.contains(signal.getKind())) {
            changes.add(tier(signal, offset));
        }
    }

    private static TimelineEntry entry(SpecificRecord record) {
        return new TimelineEntry(
                Objects.requireNonNull(FactRules.customerOf(record)),
                Objects.requireNonNull(FactRules.occurredAt(record)),
                record.getSchema().getName(),
                Objects.requireNonNull(FactRules.eventIdOf(record)),
                FactWriter.without(IN_COLUMNS, record));
    }

    private static Standing standing(Scored scored, long offset) {
        return new Standing(
                scored.getCustomerId(),
                scored.getAsOf(),
                offset,
                scored.getTier(),
                scored.getScore(),
                FactWriter.without(OF_SCORES, scored));
    }

    private static LifeStage lifeStage(Staged staged, long offset) {
        return new LifeStage(
                staged.getCustomerId(),
                staged.getAsOf(),
                offset,
                staged.getStage().name(),
                staged.getRisk(),
                FactWriter.without(OF_STAGES, staged));
    }

    private static ProductChange product(HoldingChanged holding) {
        boolean opened = holding.getStatus() == HoldingStatus.OPENED;
        return new ProductChange(
                new AccountKey(holding.getCustomerId(), holding.getAccountId()),
                holding.getOccurredAt(),
                holding.getProductCode(),
                holding.getFamily().name(),
                holding.getStatus().name(),
                opened ? holding.getOccurredAt() : null,
                holding.getMaturesOn());
    }

    private static void valuation(TransactionPosted fact, Changes changes) {
        AccountKey account = new AccountKey(fact.getCustomerId(), fact.getAccountId());
        valuation(account, fact.getProductFamily(), fact.getOccurredAt(), fact.getBalanceAfter(), changes);
    }

    private static void valuation(HoldingChanged fact, Changes changes) {
        AccountKey account = new AccountKey(fact.getCustomerId(), fact.getAccountId());
        valuation(account, fact.getFamily(), fact.getOccurredAt(), fact.getValue(), changes);
    }

    private static void valuation(
            AccountKey account, ProductFamily family, Instant at, @Nullable Money value, Changes changes) {
        if (value != null) {
            changes.add(new Valuation(account, family.name(), at, value.getAmountMinor(), value.getCurrency()));
        }
    }

    private static TierChange tier(TierSignalled signal, long offset) {
        return new TierChange(
                signal.getCustomerId(),
                signal.getOccurredAt(),
                signal.getSignalId(),
                signal.getKind().name(),
                signal.getFromTier(),
                signal.getTier(),
                signal.getAsOf(),
                offset);
    }
}
