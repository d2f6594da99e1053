package stratum.schemas;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.events.FxRateSet;

/** Reads the exchange rates of {@code bank.fx-rates}. */
public final class RateReader {

    private static final Logger LOG = LoggerFactory.getLogger(RateReader.class);

    private RateReader() {}

    /** The rates to a base currency, the last said for a date; one that cannot be is reported and left out. */
    public static Rates read(List<FxRateSet> set, String base) {
        Rates.Setting rates = Rates.to(base);
        for (FxRateSet rate : set) {
            try {
                rates.set(rate.getCurrency(), rate.getDate(), rate.getRate());
            } catch (IllegalArgumentException e) {
                LOG.error("An exchange rate is left out: {}", e.getMessage());
            }
        }
        return rates.done();
    }
}
