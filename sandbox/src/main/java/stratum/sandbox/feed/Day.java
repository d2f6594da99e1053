package stratum.sandbox.feed;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A business day's facts in the order of their publication. */
public record Day(LocalDate date, List<SpecificRecord> facts) {

    public Day {
        facts = List.copyOf(facts);
    }
}
