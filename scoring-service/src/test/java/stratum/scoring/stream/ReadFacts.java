package stratum.scoring.stream;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import stratum.events.CustomerProfiled;
import stratum.platform.stream.BusinessCalendar;
import stratum.schemas.FactRules;
import stratum.schemas.RateReader;
import stratum.schemas.Rates;
import stratum.scoring.domain.Fact;
import stratum.scoring.domain.Profile;
import stratum.scoring.reference.RandomHistories;

/** Events read as the stream reads them, for tests of what is made of them. */
public final class ReadFacts {

    /** The rates of the random histories. */
    public static final Rates RATES = rates();

    private final FactReader reader;
    private final BusinessCalendar calendar;

    /** Of a bank in this zone. */
    public ReadFacts(ZoneId zone) {
        this.calendar = new BusinessCalendar(zone);
        this.reader = new FactReader(calendar);
    }

    /** The fact; none where it says nothing that a feature needs. */
    public Optional<Fact> read(SpecificRecord event) {
        return reader.read(event, RATES);
    }

    /** What a customer file says. */
    public static Profile file(CustomerProfiled event) {
        return ProfileReader.read(event);
    }

    /** The business date of an event. */
    public LocalDate dateOf(SpecificRecord event) {
        return calendar.dateOf(requireNonNull(FactRules.occurredAt(event)));
    }

    private static Rates rates() {
        return RateReader.read(RandomHistories.RATES, RandomHistories.CURRENCY);
    }
}
