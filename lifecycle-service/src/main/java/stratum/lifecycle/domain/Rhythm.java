package stratum.lifecycle.domain;

/**
 * All that the models of buying need to know of a customer. A unit of time is whatever the one who fits them means by it.
 *
 * @param repeats purchases after the first
 * @param ageAtLast from the first purchase to the last
 * @param age from the first purchase to now
 * @param meanValue what a purchase was worth on average; 0 where that is unknown
 */
public record Rhythm(int repeats, double ageAtLast, double age, double meanValue) {

    public Rhythm {
        if (!(repeats >= 0 && ageAtLast >= 0 && age >= ageAtLast && meanValue >= 0)) {
            throw new IllegalArgumentException("No customer has %d repeats, the last at age %s of %s, of %s each"
                    .formatted(repeats, ageAtLast, age, meanValue));
        }
    }
}
