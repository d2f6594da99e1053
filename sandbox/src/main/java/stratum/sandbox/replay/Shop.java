package stratum.sandbox.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The days of a shop: its purchases, and for every customer the account that opens with the first of them. */
final class Shop {

    private final String currency;
    private final Calendar<Purchase> purchases = new Calendar<>();
    private final Calendar<Opening> openings = new Calendar<>();
    private final Map<String, Instant> customers = new HashMap<>();
    private @Nullable LocalDate last;

    Shop(String currency) {
        this.currency = currency;
    }

    private record Opening(String customerId, Instant at) {}

    /** The customer was here, whether or not she paid anything. */
    void visited(String customerId, Instant at) {
        customers.merge(customerId, at, (one, other) -> one.isBefore(other) ? one : other);
        last = last == null || date(at).isAfter(last) ? date(at) : last;
    }

    void bought(Purchase purchase) {
        purchases.add(date(purchase.at()), purchase);
    }

    /** Once all is read, when it is known which visit was the first. */
    Period close(String name, @Nullable LocalDate until) {
        customers.forEach((customer, at) -> openings.add(date(at), new Opening(customer, at)));
        return Period.of(name, openings.first(), last, until);
    }

    long purchasesAfter(LocalDate day) {
        return purchases.after(day);
    }

    List<SpecificRecord> facts(LocalDate date) {
        List<SpecificRecord> facts = new ArrayList<>();
        openings.on(date).forEach(opening -> facts.add(Purchase.opening(opening.customerId(), opening.at())));
        purchases.on(date).forEach(purchase -> facts.add(purchase.fact(currency)));
        return facts;
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, Period.ZONE);
    }
}
