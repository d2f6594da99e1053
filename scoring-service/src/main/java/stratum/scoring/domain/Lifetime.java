package stratum.scoring.domain;

import org.jspecify.annotations.Nullable;

/**
 * What no window bounds.
 *
 * @param start epoch day on which the relationship began; {@link #NOT_BEGUN} before
 * @param lastSign the last date with a sign of life that cannot be taken back; {@link #NEVER} without one
 * @param complaints complaints opened less resolved; below 0 while a resolution is known before its complaint
 * @param survey the latest answer to a survey
 */
record Lifetime(
        int start, int lastSign, int complaints, @Nullable Survey survey) {

    static final int NOT_BEGUN = Integer.MAX_VALUE;
    static final int NEVER = Integer.MIN_VALUE;
    static final Lifetime UNKNOWN = new Lifetime(NOT_BEGUN, NEVER, 0, null);

    /**
     * An answer to a survey.
     *
     * @param day epoch day; {@link #LONG_AGO} where it is so long ago that any answer still to be booked is later
     * @param millis milliseconds since the day began
     * @param score 0 to 10
     */
    record Survey(int day, int millis, int score) {

        static final int LONG_AGO = Integer.MIN_VALUE;

        /** Of two answers of one moment nobody knows the order; the lower counts. */
        private boolean isLaterThan(Survey that) {
            if (day != that.day) {
                return day > that.day;
            }
            return millis > that.millis || (millis == that.millis && score < that.score);
        }
    }

    Lifetime begunOn(int day) {
        return day < start ? new Lifetime(day, lastSign, complaints, survey) : this;
    }

    Lifetime signOfLifeOn(int day) {
        return day > lastSign ? new Lifetime(start, day, complaints, survey) : this;
    }

    Lifetime complaints(int more) {
        return new Lifetime(start, lastSign, complaints + more, survey);
    }

    Lifetime answered(Survey answer) {
        return survey == null || answer.isLaterThan(survey) ? new Lifetime(start, lastSign, complaints, answer) : this;
    }

    /** Told that no fact before this day will be booked any more. */
    Lifetime from(int firstDay) {
        return survey == null || survey.day() >= firstDay || survey.day() == Survey.LONG_AGO
                ? this
                : new Lifetime(start, lastSign, complaints, new Survey(Survey.LONG_AGO, 0, survey.score()));
    }
}
