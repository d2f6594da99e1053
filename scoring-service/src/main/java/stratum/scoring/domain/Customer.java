package stratum.scoring.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that scoring knows of a customer.
 *
 * @param ledger the facts, condensed
 * @param profile what the customer file says
 * @param standing the tier held
 * @param reviewDate the customer must be looked at on this date; none where nothing follows from time passing
 */
public record Customer(
        Ledger ledger,
        Profile profile,
        Standing standing,
        @Nullable LocalDate reviewDate) {

    /** A customer of whom nothing is known. */
    public static Customer unknown() {
        return new Customer(Ledger.empty(), Profile.UNKNOWN, Standing.none(), null);
    }

    Customer with(Ledger booked) {
        return new Customer(booked, profile, standing, reviewDate);
    }

    Customer with(Profile told) {
        return new Customer(ledger, profile.latest(told), standing, reviewDate);
    }

    Customer with(Standing decided, @Nullable LocalDate review) {
        return new Customer(ledger, profile, decided, review);
    }
}
