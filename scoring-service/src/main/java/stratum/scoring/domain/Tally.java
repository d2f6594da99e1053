package stratum.scoring.domain;

/** What the figures come to in the windows that end with a date, in one pass over the days. */
final class Tally {

    private final long[] month = new long[Figure.count()];
    private final long[] quarter = new long[Figure.count()];
    private final long[] year = new long[Figure.count()];
    private int activeDays;
    private int lastSign;

    Tally(Ledger ledger, int date) {
        lastSign = ledger.lifetime.lastSign();
        for (int i = ledger.days.length - 1; i >= 0; i--) {
            Day day = ledger.days[i];
            int age = date - day.date;
            if (age >= Figure.QUARTER) {
                countLongAgo(day, age);
            } else if (age >= 0) {
                count(day, age);
            }
        }
        for (int i = 0; i < month.length; i++) {
            quarter[i] += month[i];
            year[i] += quarter[i];
        }
    }

    private void count(Day day, int age) {
        if (day.has(Figure.TRANSACTIONS)) {
            lastSign = Math.max(lastSign, day.date);
            activeDays++;
        }
        day.addTo(age < Figure.MONTH ? month : quarter);
    }

    /** Of most such days nothing matters any more. */
    private void countLongAgo(Day day, int age) {
        if (day.date > lastSign && day.has(Figure.TRANSACTIONS)) {
            lastSign = day.date;
        }
        if (age < Figure.YEAR && (day.figures & Figure.OF_THE_YEAR) != 0) {
            day.addTo(year);
        }
    }

    long month(Figure figure) {
        return month[figure.ordinal()];
    }

    long quarter(Figure figure) {
        return quarter[figure.ordinal()];
    }

    long year(Figure figure) {
        return year[figure.ordinal()];
    }

    int activeDays() {
        return activeDays;
    }

    /** Date of the last sign of life; {@link Lifetime#NEVER} without one. */
    int lastSign() {
        return lastSign;
    }
}
