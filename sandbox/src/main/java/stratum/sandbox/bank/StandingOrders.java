package stratum.sandbox.bank;

import java.time.LocalDate;
import stratum.events.Channel;
import stratum.sandbox.bank.Account.Product;

/** Rent, heating, telephone: paid every month while life happens here. */
final class StandingOrders implements Habit {

    private static final int LINGER = 30;

    @Override
    public void plan(LocalDate day, Life life) {
        // Orders are cancelled a little after the salary has gone.
        if (!life.earns(day) && (life.truth.goneAsOf(day) || !life.earns(day.minusDays(LINGER)))) {
            return;
        }
        for (Means.Order order : life.means.orders()) {
            if (order.day() == day.getDayOfMonth()) {
                life.atNight(() -> life.pay(
                        Product.CURRENT, order.amount(), new Entry(order.purpose(), Channel.OTHER, order.bank())));
            }
        }
    }
}
