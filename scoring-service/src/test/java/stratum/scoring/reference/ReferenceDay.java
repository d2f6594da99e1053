package stratum.scoring.reference;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a bank published on one business day, in any order; the clock ticks once when the day is over. */
public record ReferenceDay(LocalDate date, List<SpecificRecord> facts) {

    public ReferenceDay {
        facts = List.copyOf(facts);
    }
}
