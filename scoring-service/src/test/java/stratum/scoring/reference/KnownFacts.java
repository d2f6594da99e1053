package stratum.scoring.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** All facts known of one customer, each once, and the features that they come to. */
public final class KnownFacts {

    private final Bank bank;
    private final Set<String> ids = new HashSet<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Fact> tooLate = new ArrayList<>();

    /** Of a customer of a bank. */
    public KnownFacts(Bank bank) {
        this.bank = bank;
    }

    /** One more fact, booked as of a date or of its own if that is later; false for a repeat. */
    public boolean know(SpecificRecord body, LocalDate lastTick) {
        Fact fact = Fact.of(body, bank);
        if (!ids.add(fact.eventId())) {
            return false;
        }
        LocalDate asOf = fact.date().isAfter(lastTick) ? fact.date() : lastTick;
        boolean late = ChronoUnit.DAYS.between(fact.date(), asOf) > Fact.OLDEST_BOOKED;
        (late ? tooLate : facts).add(fact.bookedAsOf(asOf, bank));
        return true;
    }

    /** The features as of a date by name, ratios in millionths, flags 0 or 1; what is unknown is left out. */
    public Map<String, Long> features(LocalDate date) {
        return new Reckoning(new History(facts, tooLate, bank), date).features();
    }
}
