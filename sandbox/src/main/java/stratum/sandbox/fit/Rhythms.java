package stratum.sandbox.fit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.events.Initiator;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;
import stratum.lifecycle.domain.Rhythm;

/**
 * The customers' active days from facts, as lifecycle counts them: days with a transaction by the customer that was not taken
 * back. Repeats of a fact are expected to be left out already.
 */
public final class Rhythms {

    private final ZoneId zone;
    private final String currency;
    private final Map<String, Customer> customers = new TreeMap<>();
    private @Nullable LocalDate latest;

    public Rhythms(ZoneId zone, String currency) {
        this.zone = zone;
        this.currency = currency;
    }

    private static final class Customer {

        private final TreeMap<LocalDate, Integer> days = new TreeMap<>();
        private long moved;
    }

    /** Takes a fact in; others than transactions by customers say nothing of a rhythm. */
    public void take(SpecificRecord fact) {
        if (fact instanceof TransactionPosted posted && posted.getInitiator() == Initiator.CUSTOMER) {
            Reversed original = posted.getReverses();
            LocalDate date = dateOf(original == null ? posted.getOccurredAt() : original.getOccurredAt());
            int sign = original == null ? 1 : -1;
            Customer customer = customers.computeIfAbsent(posted.getCustomerId(), id -> new Customer());
            customer.days.merge(date, sign, Integer::sum);
            if (posted.getAmount().getCurrency().equals(currency)) {
                customer.moved += sign * posted.getAmount().getAmountMinor();
            }
            latest = latest == null || date.isAfter(latest) ? date : latest;
        }
    }

    private LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** In days, as of the last day of which there is a fact. */
    public List<Rhythm> all() {
        return List.copyOf(byCustomer().values());
    }

    /** The same by customer id. */
    public SortedMap<String, Rhythm> byCustomer() {
        SortedMap<String, Rhythm> rhythms = new TreeMap<>();
        customers.forEach((id, customer) -> {
            customer.days.values().removeIf(count -> count <= 0);
            if (!customer.days.isEmpty() && latest != null) {
                rhythms.put(id, rhythm(customer, latest));
            }
        });
        return rhythms;
    }

    private static Rhythm rhythm(Customer customer, LocalDate asOf) {
        TreeMap<LocalDate, Integer> days = customer.days;
        long first = days.firstKey().toEpochDay();
        return new Rhythm(
                days.size() - 1,
                days.lastKey().toEpochDay() - first,
                asOf.toEpochDay() - first,
                Math.max(0, customer.moved) / (double) days.size());
    }
}
