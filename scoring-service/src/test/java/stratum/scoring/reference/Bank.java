package stratum.scoring.reference;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import stratum.events.Money;

/** The bank's calendar and its money. */
record Bank(ZoneId zone, String baseCurrency) {

    LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The moment at which the clock ticks for a business date. */
    Instant lastMillisecondOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** Minor units of the base currency; unknown for foreign money, until rates are part of scoring. */
    Optional<BigInteger> inBase(Money money) {
        return money.getCurrency().equals(baseCurrency)
                ? Optional.of(BigInteger.valueOf(money.getAmountMinor()))
                : Optional.empty();
    }
}
