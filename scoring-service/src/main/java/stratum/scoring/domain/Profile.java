package stratum.scoring.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the customer file says, as far as scoring asks for it.
 *
 * @param millis event time of the file; of two files of the same time, the one with the greater {@code rank} is the later
 * @param rank a hash of the file's event id
 * @param corporate whether the customer is a company
 * @param birthDate of a person
 * @param occupation occupation code
 * @param incomeBand income band code
 * @param employed whether the file names an employer that is a customer too
 * @param representative whether the customer represents a company that is a customer too
 * @param override the tier set by hand, whether or not it holds; none for most
 */
public record Profile(
        long millis,
        int rank,
        boolean corporate,
        @Nullable LocalDate birthDate,
        @Nullable String occupation,
        @Nullable String incomeBand,
        boolean employed,
        boolean representative,
        @Nullable TierOverride override) {

    /** Before the first file. */
    static final Profile UNKNOWN = new Profile(Long.MIN_VALUE, 0, false, null, null, null, false, false, null);

    Profile latest(Profile that) {
        boolean older = that.millis < millis || (that.millis == millis && that.rank < rank);
        return older ? this : that;
    }

    boolean isKnown() {
        return millis != UNKNOWN.millis;
    }

    /** What the file calls the kind of customer. */
    public String kind() {
        return corporate ? "CORPORATE" : "PERSONAL";
    }

    /** Completed years of life on a date. */
    public OptionalInt age(LocalDate date) {
        LocalDate birth = birthDate;
        return birth == null
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(birth, date).getYears());
    }
}
