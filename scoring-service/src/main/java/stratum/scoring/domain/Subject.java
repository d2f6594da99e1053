package stratum.scoring.domain;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;

/**
 * All that rules for needs and groups can ask about a customer.
 *
 * @param features as of the date
 * @param profile what the customer file says
 * @param holdings product families of which the customer has an open holding
 * @param tier code of the tier held
 * @param date the as-of date
 */
public record Subject(Features features, Profile profile, Set<Family> holdings, String tier, LocalDate date) {

    /** Completed years of life. */
    public OptionalInt age() {
        return profile.age(date);
    }
}
