package stratum.benchmarks.facts;

import java.time.Instant;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;

/**
 * An endless series of facts about a number of customers, the same for the same seed: 94 % transactions, 3 % holdings,
 * 3 % interactions. A few customers have most of them: with n customers the one of rank r has a share that falls as the
 * square root of r rises, so that the first hundredth has a tenth of all facts.
 */
public final class SkewedFacts {

    private static final String CURRENCY = "EUR";
    private static final int PERCENT = 100;

    private final SplittableRandom random;
    private final long[] balances;
    private long written;

    public SkewedFacts(int customers, long seed) {
        random = new SplittableRandom(seed);
        balances = new long[customers];
        for (int customer = 0; customer < customers; customer++) {
            // From 500 EUR to a million, each doubling as likely as any other.
            balances[customer] = 50_000L << random.nextInt(12);
        }
    }

    /** The next fact, as of a moment. */
    public SpecificRecord next(Instant at) {
        double place = random.nextDouble();
        int customer = (int) (balances.length * place * place);
        String eventId = "f" + written++;
        String customerId = "c" + customer;
        int kind = random.nextInt(PERCENT);
        if (kind < 3) {
            return new InteractionRecorded(
                    eventId, customerId, at, InteractionKind.LOGIN, Channel.MOBILE, null, null, null);
        }
        if (kind < 6) {
            return holding(eventId, customerId, at);
        }
        return transaction(eventId, customer, at);
    }

    private HoldingChanged holding(String eventId, String customerId, Instant at) {
        return new HoldingChanged(
                eventId,
                customerId,
                customerId + "-fund",
                at,
                "FUND",
                ProductFamily.WEALTH,
                HoldingStatus.VALUED,
                new Money(random.nextLong(1_000_000), CURRENCY),
                null);
    }

    private TransactionPosted transaction(String eventId, int customer, Instant at) {
        boolean credit = random.nextBoolean();
        long amount = 1 + random.nextLong(1 + balances[customer] / 10);
        balances[customer] = Math.max(0, balances[customer] + (credit ? amount : -amount));
        String customerId = "c" + customer;
        return new TransactionPosted(
                eventId,
                customerId,
                customerId + "-current",
                at,
                ProductFamily.DEPOSIT,
                credit ? Direction.CREDIT : Direction.DEBIT,
                new Money(amount, CURRENCY),
                new Money(balances[customer], CURRENCY),
                credit ? Purpose.TRANSFER_IN : Purpose.CARD,
                credit ? Channel.OTHER : Channel.CARD,
                credit ? "DEUTDEFF" : null,
                Initiator.CUSTOMER,
                null);
    }
}
