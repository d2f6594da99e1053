package stratum.scoring.reference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * What scoring must answer, worked out slowly: every customer evaluated from all facts after every fact and at the end of
 * every business date. The package comment lists what was decided where the definitions are silent.
 */
public final class Reference {

    private final Map<String, CustomerPath> paths = new TreeMap<>();
    private final LocalDate first;
    private final LocalDate last;

    private Reference(List<ReferenceDay> days, Bank bank, ReferencePolicy policy) {
        requireAscending(days);
        first = days.get(0).date();
        last = days.get(days.size() - 1).date();
        factsByCustomer(days, bank).forEach((id, facts) -> paths.put(id, walk(id, facts, days, bank, policy)));
    }

    /** Plays the days in order, the clock ticking once at the end of each, for a bank that knows no foreign money. */
    public static Reference of(List<ReferenceDay> days, ZoneId zone, String baseCurrency, ReferencePolicy policy) {
        Bank bank = new Bank(zone, baseCurrency, List.of(), policy.margin("deposit"), policy.margin("loan"));
        return of(days, bank, policy);
    }

    /** The same for a bank that has exchange rates, or earns other margins than the policy says. */
    public static Reference of(List<ReferenceDay> days, Bank bank, ReferencePolicy policy) {
        return new Reference(days, bank, policy);
    }

    private static void requireAscending(List<ReferenceDay> days) {
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).date().isAfter(days.get(i - 1).date())) {
                throw new IllegalArgumentException(
                        "Days go forward: " + days.get(i).date());
            }
        }
    }

    private static Map<String, Map<LocalDate, List<Fact>>> factsByCustomer(List<ReferenceDay> days, Bank bank) {
        Map<String, Map<LocalDate, List<Fact>>> facts = new HashMap<>();
        for (ReferenceDay day : days) {
            for (SpecificRecord body : day.facts()) {
                Fact fact = Fact.of(body, bank);
                facts.computeIfAbsent(fact.customerId(), id -> new HashMap<>())
                        .computeIfAbsent(day.date(), date -> new ArrayList<>())
                        .add(fact);
            }
        }
        return facts;
    }

    private static CustomerPath walk(
            String id, Map<LocalDate, List<Fact>> facts, List<ReferenceDay> days, Bank bank, ReferencePolicy policy) {
        CustomerPath path = new CustomerPath(id, bank, policy);
        for (ReferenceDay day : days) {
            path.day(day.date(), facts.getOrDefault(day.date(), List.of()));
        }
        return path;
    }

    /** Everybody of whom there is a fact, in order of id. */
    public Set<String> customers() {
        return paths.keySet();
    }

    /** Where a customer stood at the end of a business date; empty before the first fact was published. */
    public Optional<ReferenceStanding> standing(String customerId, LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw new IllegalArgumentException("%s is not between %s and %s".formatted(date, first, last));
        }
        return Optional.ofNullable(paths.get(customerId)).flatMap(path -> path.standing(date));
    }

    /** The exact list of signals of a customer, in the order in which they were sent. */
    public List<ReferenceSignal> signals(String customerId) {
        return ofCustomer(customerId, CustomerPath::signals);
    }

    /** All signals by customer id, each customer's in order of sending. */
    public List<ReferenceSignal> signals() {
        return paths.values().stream().flatMap(path -> path.signals().stream()).toList();
    }

    /** Event ids of facts dated before the as-of date at which they were booked, in order of working. */
    public List<String> late(String customerId) {
        return ofCustomer(customerId, CustomerPath::late);
    }

    /** Event ids of facts more than 400 days old when they came. */
    public List<String> tooLate(String customerId) {
        return ofCustomer(customerId, CustomerPath::tooLate);
    }

    /** Event ids of repeats, once for each time that one came again. */
    public List<String> repeated(String customerId) {
        return ofCustomer(customerId, CustomerPath::repeated);
    }

    private <T> List<T> ofCustomer(String customerId, Function<CustomerPath, List<T>> question) {
        return Optional.ofNullable(paths.get(customerId)).map(question).orElse(List.of());
    }
}
