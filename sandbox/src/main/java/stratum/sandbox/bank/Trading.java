package stratum.sandbox.bank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import stratum.events.Channel;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** A merchant: takings several times a working day, suppliers once a week. */
final class Trading implements Habit {

    private static final double TAKINGS_A_DAY = 2.8;
    private static final double WORKING_DAYS = 26;

    @Override
    public void plan(LocalDate day, Life life) {
        double zest = life.earns(day) ? life.zest(day) : 0;
        if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            int takings = life.dice.count(TAKINGS_A_DAY * zest);
            for (int i = 0; i < takings; i++) {
                takings(life);
            }
        }
        if (day.getDayOfWeek() == DayOfWeek.THURSDAY && zest > 0) {
            life.inOfficeHours(() -> paySupplier(life));
        }
    }

    private static void takings(Life life) {
        double usual = life.income / (TAKINGS_A_DAY * WORKING_DAYS);
        long amount = Math.max(100, Math.round(life.dice.logNormal(usual, 0.4)));
        boolean cash = life.dice.chance(0.15);
        Entry entry = cash ? Entry.of(Purpose.CASH, Channel.BRANCH) : Entry.of(Purpose.TRANSFER_IN, Channel.OTHER);
        life.byDay(() -> life.credit(Product.CURRENT, amount, entry));
    }

    /** What is above the usual level goes to suppliers, most of whom bank here too. */
    private static void paySupplier(Life life) {
        long above = life.wallet.assets() - Math.round(life.wealth * life.dice.between(0.75, 1.05));
        long amount = Math.min(above, life.wallet.on(Product.CURRENT));
        String bank = life.dice.chance(0.3) ? life.dice.of(Population.OTHER_BANKS) : null;
        if (amount > 1_000) {
            life.pay(Product.CURRENT, amount, new Entry(Purpose.TRANSFER_OUT, Channel.WEB, bank));
        }
    }
}
