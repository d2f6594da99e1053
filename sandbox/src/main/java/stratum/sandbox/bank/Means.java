package stratum.sandbox.bank;

import java.util.List;
import stratum.events.Purpose;

/**
 * What a customer lives on and how: amounts in cents, rates a month.
 *
 * @param wealth what she keeps at the bank in the long run; her spending leans towards it
 * @param digital share of her own doings that goes through telephone or browser
 * @param moods how much busier one month is than another, 0 for always the same
 */
record Means(
        Purpose incomeAs,
        long income,
        int payday,
        long wealth,
        Rates rates,
        double digital,
        double moods,
        List<Order> orders) {

    /** How often a month. */
    record Rates(double cards, double cash, double transfers, double logins) {

        /** The same of somebody busier than most, and more or less at home in the digital world. */
        Rates times(double busy, double digital) {
            return new Rates(cards * busy, cash * busy, transfers * busy, digital * logins * busy);
        }
    }

    /** A payment on the same day of every month. */
    record Order(int day, long amount, Purpose purpose, String bank) {}

    long ordered() {
        return orders.stream().mapToLong(Order::amount).sum();
    }
}
