package stratum.scoring.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that scoring knows of a customer.
 *
 * @param ledger the facts, condensed
 * @param standing the tier held
 * @param reviewDate the customer must be looked at on this date; none where nothing follows from time passing
 */
public record Customer(
        Ledger ledger, Standing standing, @Nullable LocalDate reviewDate) {

    /** A customer of whom nothing is known. */
    public static Customer unknown() {
        return new Customer(Ledger.empty(), Standing.none(), null);
    }
}
