package stratum.lifecycle.domain;

import java.time.LocalDate;

/**
 * Payments that say something about the relationship, those taken back taken out.
 *
 * @param toOtherBanks amounts paid to other banks, by day
 * @param incomes salaries and pensions received, by day
 * @param standingOrders standing orders paid, by month
 */
record Flows(DayBook toOtherBanks, DayBook incomes, DayBook standingOrders) {

    static final Flows NONE = new Flows(DayBook.EMPTY, DayBook.EMPTY, DayBook.EMPTY);

    /** Months of standing orders that a date looks back on. */
    static final int ORDER_MONTHS = 2;

    Flows plus(Fact.Booking booking) {
        LocalDate date = booking.date();
        int sign = booking.sign();
        return switch (booking.kind()) {
            case TO_OTHER_BANK ->
                new Flows(Days.plus(toOtherBanks, date, sign * booking.amount()), incomes, standingOrders);
            case INCOME -> new Flows(toOtherBanks, Days.plus(incomes, date, sign), standingOrders);
            case STANDING_ORDER -> new Flows(toOtherBanks, incomes, standingOrders.plus(Days.monthOf(date), sign));
            case OTHER -> this;
        };
    }

    Flows settle(LocalDate window, LocalDate reach, LocalDate asOf) {
        return new Flows(
                toOtherBanks.since(Days.of(window)),
                incomes.since(Days.of(reach)),
                standingOrders.since(Days.monthOf(asOf) - ORDER_MONTHS));
    }

    boolean hadIncome(int month) {
        int first = Days.of(Days.firstOfMonth(month));
        int next = Days.of(Days.firstOfMonth(month + 1));
        return incomes.countPositive(first, next - 1) > 0;
    }

    void write(ByteWriter out) {
        toOtherBanks.write(out);
        incomes.write(out);
        standingOrders.write(out);
    }

    static Flows read(ByteReader in) {
        return new Flows(DayBook.read(in), DayBook.read(in), DayBook.read(in));
    }
}
