package stratum.lifecycle.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a customer as of a date, in the words of section 3 of the definitions. */
public final class Features {

    private static final int SALARY_MONTHS = 3;
    private static final int ORDERS_A_MONTH = 3;

    private final Known known;
    private final LocalDate asOf;
    private final BalanceSeries balances;

    Features(Known known, LocalDate asOf) {
        this.known = known;
        this.asOf = asOf;
        this.balances = new BalanceSeries(known.accounts(), asOf, known.start());
    }

    BalanceSeries balances() {
        return balances;
    }

    long balance() {
        return balances.balance();
    }

    long avgBalance30d() {
        return balances.average(30, 0);
    }

    long avgBalance90d() {
        return balances.average(90, 0);
    }

    /** The change from an average to a balance, to 6 decimals; 0 where the average is 0. */
    static double change(long balance, long average) {
        if (average == 0) {
            return 0;
        }
        return new BigDecimal(balance - average)
                .divide(new BigDecimal(average), 6, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Outflow to other banks in the 90 days that end so many days from now, never below 0. */
    long outflowToOtherBanks(int ahead) {
        int last = Days.of(asOf) + ahead;
        return Math.max(0, known.flows().toOtherBanks().sum(last - BalanceSeries.WINDOW + 1, last));
    }

    private int activeDays90d() {
        int today = Days.of(asOf);
        return known.activity().recent().countPositive(today - 89, today);
    }

    /** How many of the last three calendar months that ended before the date had a salary or a pension. */
    int salaryMonths() {
        int month = Days.monthOf(asOf);
        int count = 0;
        for (int back = 1; back <= SALARY_MONTHS; back++) {
            count += known.flows().hadIncome(month - back) ? 1 : 0;
        }
        return count;
    }

    boolean mainBank() {
        return salaryMonths() == SALARY_MONTHS || hasStandingOrders();
    }

    private boolean hasStandingOrders() {
        int month = Days.monthOf(asOf);
        for (int back = 1; back <= Flows.ORDER_MONTHS; back++) {
            if (known.flows().standingOrders().sum(month - back, month - back) < ORDERS_A_MONTH) {
                return false;
            }
        }
        return true;
    }

    /** Whether a month that ends may yet make this the main bank, or unmake it, with no new fact. */
    boolean mainBankMayChange() {
        int month = Days.monthOf(asOf);
        return !known.flows().standingOrders().since(month - Flows.ORDER_MONTHS).isEmpty()
                || !known.flows()
                        .incomes()
                        .since(Days.of(Days.firstOfMonth(month - SALARY_MONTHS)))
                        .isEmpty();
    }

    int productFamilies() {
        return known.accounts().openFamilies().size();
    }

    @Nullable Integer tenureDays() {
        return daysSince(known.start());
    }

    @Nullable Integer daysSinceActivity() {
        return daysSince(known.lastSignOfLife());
    }

    private @Nullable Integer daysSince(@Nullable LocalDate date) {
        return date == null ? null : Days.between(date, asOf);
    }

    /** By the names of the definitions; what is unknown is left out. */
    public Map<String, Object> named() {
        Map<String, Object> named = new TreeMap<>();
        named.put("balance", balance());
        named.put("activeDays90d", (long) activeDays90d());
        named.put("outflowToOtherBanks90d", outflowToOtherBanks(0));
        named.put("salaryMonths", (long) salaryMonths());
        named.put("mainBank", mainBank());
        named.put("productFamilies", (long) productFamilies());
        named.put("productCount", (long) known.accounts().openCount());
        if (known.start() != null) {
            named.put("avgBalance30d", avgBalance30d());
            named.put("avgBalance90d", avgBalance90d());
            named.put("balanceChange90d", change(balance(), avgBalance90d()));
        }
        putDays(named, "tenureDays", tenureDays());
        putDays(named, "daysSinceActivity", daysSinceActivity());
        return named;
    }

    private static void putDays(Map<String, Object> named, String name, @Nullable Integer days) {
        if (days != null) {
            named.put(name, days.longValue());
        }
    }
}
