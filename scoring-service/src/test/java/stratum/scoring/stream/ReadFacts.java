package stratum.scoring.stream;

import java.time.ZoneId;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import stratum.platform.stream.BusinessCalendar;
import stratum.scoring.domain.Fact;
import stratum.scoring.domain.Rates;
import stratum.scoring.reference.RandomHistories;

/** Events read as the stream reads them, for tests of what is made of them. */
public final class ReadFacts {

    /** The rates of the random histories. */
    public static final Rates RATES = rates();

    private final FactReader reader;

    /** Of a bank in this zone. */
    public ReadFacts(ZoneId zone) {
        this.reader = new FactReader(new BusinessCalendar(zone));
    }

    /** The fact; none where it says nothing that a feature needs. */
    public Optional<Fact> read(SpecificRecord event) {
        return reader.read(event, RATES);
    }

    private static Rates rates() {
        return RateReader.read(RandomHistories.RATES, RandomHistories.CURRENCY);
    }
}
