package stratum.sandbox.bank;

import java.time.LocalDate;
import stratum.events.Channel;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** The day on which a customer's means change for good: up across a border of tiers, or down. */
final class Turning implements Habit {

    @Override
    public void plan(LocalDate day, Life life) {
        if (day.equals(life.truth.turnsOn())) {
            if (life.truth.fate() == Fate.CLIMBS) {
                climb(day, life);
            } else {
                fall(day, life);
            }
        }
    }

    private static void climb(LocalDate day, Life life) {
        life.wealth = Math.round(borderAbove(life.wealth) * life.dice.between(1.3, 2.2));
        boolean inherits = life.dice.chance(0.5);
        int parts = inherits ? 1 : 3;
        if (!inherits) {
            life.income = Math.round(life.income * life.dice.between(1.4, 2.0));
        }
        life.inOfficeHours(() -> life.open(Product.SAVINGS, 0));
        for (int part = 0; part < parts; part++) {
            int open = parts - part;
            life.on(day.plusDays(1 + 30L * part), () -> life.byDay(() -> receive(open, life)));
        }
    }

    /** A part of what is still missing, as many parts being open. */
    private static void receive(int open, Life life) {
        long missing = life.wealth - life.wallet.assets();
        String bank = life.dice.of(Population.OTHER_BANKS);
        life.credit(Product.CURRENT, missing / open, new Entry(Purpose.TRANSFER_IN, Channel.OTHER, bank));
    }

    private static void fall(LocalDate day, Life life) {
        life.wealth = Math.round(borderBelow(life.wealth) * life.dice.between(0.2, 0.7));
        if (life.dice.chance(0.4)) {
            life.income = Math.round(life.income * life.dice.between(0.5, 0.8));
        }
        int parts = life.dice.between(1, 3);
        for (int part = 0; part < parts; part++) {
            int open = parts - part;
            life.on(day.plusDays(1 + 12L * part), () -> life.byDay(() -> spend(open, life)));
        }
    }

    private static void spend(int open, Life life) {
        long tooMuch = life.wallet.assets() - life.wealth;
        if (tooMuch > 0) {
            life.sendAway(tooMuch / open, life.dice.of(Population.OTHER_BANKS));
        }
    }

    private static long borderAbove(long wealth) {
        for (long border : Population.BORDERS) {
            if (wealth < border) {
                return border;
            }
        }
        return wealth;
    }

    private static long borderBelow(long wealth) {
        long below = wealth;
        for (long border : Population.BORDERS) {
            if (border < wealth) {
                below = border;
            }
        }
        return below;
    }
}
