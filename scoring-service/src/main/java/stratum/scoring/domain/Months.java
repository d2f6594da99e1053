package stratum.scoring.domain;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/** The calendar months around a date, told by their distance from its own: -1 is the month before. */
final class Months {

    /** No feature looks further back. */
    private static final int BACK = 3;

    private static final int SALARY_MONTHS = 3;
    private static final int ORDERS = 3;

    /** So many months, from the first that features look back on, until nothing changes with a month any more. */
    private static final int KNOWN = 2 * BACK + 3;

    private final int[] firsts = new int[KNOWN];
    private final boolean[] income = new boolean[BACK + 1];
    private final long[] standingOrders = new long[BACK + 1];

    Months(Ledger ledger, int today) {
        listMonthsFrom(LocalDate.ofEpochDay(today).withDayOfMonth(1).minusMonths(BACK));
        int month = 0;
        int begins = firstOf(month);
        for (int i = ledger.days.length - 1; i >= 0; i--) {
            Day day = ledger.days[i];
            while (day.date < begins && month > -BACK) {
                month--;
                begins = firstOf(month);
            }
            if (day.date < begins) {
                return;
            }
            if (day.date <= today) {
                income[-month] |= day.has(Figure.INCOMES);
                standingOrders[-month] += day.value(Figure.STANDING_ORDERS);
            }
        }
    }

    private void listMonthsFrom(LocalDate first) {
        int day = (int) first.toEpochDay();
        for (int i = 0; i < KNOWN; i++) {
            firsts[i] = day;
            int month = first.getMonthValue() - 1 + i;
            day += Month.of(month % 12 + 1).length(IsoChronology.INSTANCE.isLeapYear(first.getYear() + month / 12));
        }
    }

    /** Epoch day of the first of a month. */
    int firstOf(int month) {
        return firsts[month + BACK];
    }

    /** The month of a date that is not before this one, as far as the months differ at all. */
    int monthOf(int date) {
        int month = 0;
        while (month <= BACK && firstOf(month + 1) <= date) {
            month++;
        }
        return month;
    }

    /** Salary months as of a date in this month. */
    int salaryMonths(int month) {
        int months = 0;
        for (int back = 1; back <= BACK; back++) {
            months += hadIncome(month - back) ? 1 : 0;
        }
        return months;
    }

    /** Whether, as of a date in this month, this is the customer's main bank. */
    boolean isMainBank(int month) {
        return salaryMonths(month) == SALARY_MONTHS || (paidOrders(month - 1) && paidOrders(month - 2));
    }

    private boolean hadIncome(int month) {
        return month <= 0 && income[-month];
    }

    private boolean paidOrders(int month) {
        return month <= 0 && standingOrders[-month] >= ORDERS;
    }
}
