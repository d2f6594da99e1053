package stratum.customer.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How evenly load is spread over desks: standard deviation over mean (coefficient of variation), of the customers and of
 * the balances per unit of capacity. 0 is even; rounded to 6 decimals. For people to look at; nothing is decided by it.
 *
 * @param managers how many desks
 */
public record Spread(int managers, long customers, long balanceMinor, BigDecimal ofCustomers, BigDecimal ofBalance) {

    private static final int DECIMALS = 6;

    /** The spread over these desks. Desks without capacity are left out. */
    public static Spread over(List<Desk> all) {
        List<Desk> desks = all.stream().filter(desk -> desk.capacity() > 0).toList();
        return new Spread(
                desks.size(),
                desks.stream().mapToLong(Desk::customers).sum(),
                desks.stream().mapToLong(Desk::balanceMinor).sum(),
                variation(desks, desk -> desk.customers() / (double) desk.capacity()),
                variation(desks, desk -> desk.balanceMinor() / (double) desk.capacity()));
    }

    private static BigDecimal variation(List<Desk> desks, ToDoubleFunction<Desk> load) {
        double mean = desks.stream().mapToDouble(load).average().orElse(0);
        if (mean == 0) {
            return BigDecimal.ZERO;
        }
        double variance = desks.stream()
                .mapToDouble(desk -> Math.pow(load.applyAsDouble(desk) - mean, 2))
                .average()
                .orElse(0);
        return BigDecimal.valueOf(Math.sqrt(variance) / mean).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
