package stratum.sandbox.bank;

import java.time.LocalDate;
import stratum.events.Channel;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** Card, cash and transfers in the rhythm of the week. Who has more than usual spends more, who has less saves. */
final class Spending implements Habit {

    private static final double DAYS = 30.4;
    private static final double[] WEEK = {0.8, 0.8, 0.9, 1.0, 1.4, 1.5, 0.6};
    private static final int MONTHS_TO_USUAL = 3;

    private long budget;

    @Override
    public void plan(LocalDate day, Life life) {
        if (budget == 0 || day.getDayOfMonth() == 1) {
            budget = budget(life);
        }
        double zest = life.zest(day) * WEEK[day.getDayOfWeek().getValue() - 1] / DAYS;
        Means.Rates rates = life.means.rates();
        times(life.dice.count(rates.cards() * zest), () -> card(share(0.6, rates.cards(), life), life));
        times(life.dice.count(rates.cash() * zest), () -> cash(share(0.2, rates.cash(), life), life));
        times(life.dice.count(rates.transfers() * zest), () -> transfer(share(0.2, rates.transfers(), life), life));
    }

    private static void times(int count, Runnable plan) {
        for (int i = 0; i < count; i++) {
            plan.run();
        }
    }

    /** What may be spent this month: what is left of the income, and a part of what is too much on the accounts. */
    private static long budget(Life life) {
        if (life.truth.persona() == Persona.MERCHANT) {
            return Math.max(30_000, life.income / 12);
        }
        long free = Math.max(10_000, life.income - life.means.ordered());
        long above = (life.wallet.assets() - life.wealth) / MONTHS_TO_USUAL;
        return free + Math.max(-free * 7 / 10, Math.min(above, 3 * free));
    }

    private long share(double part, double times, Life life) {
        double usual = part * budget / Math.max(0.3, times);
        return Math.max(100, Math.round(life.dice.logNormal(0.95 * usual, 0.6)));
    }

    private static void card(long amount, Life life) {
        life.byDay(() -> spend(amount, Entry.of(Purpose.CARD, Channel.CARD), life));
    }

    private static void cash(long amount, Life life) {
        long notes = Math.max(1_000, amount / 1_000 * 1_000);
        if (life.truth.persona() == Persona.PENSIONER) {
            life.inOfficeHours(() -> spend(notes, Entry.of(Purpose.CASH, Channel.BRANCH), life));
        } else {
            life.byDay(() -> spend(notes, Entry.of(Purpose.CASH, Channel.ATM), life));
        }
    }

    private static void transfer(long amount, Life life) {
        String bank = life.dice.chance(0.5) ? life.dice.of(Population.OTHER_BANKS) : null;
        life.byDay(() -> spend(amount, new Entry(Purpose.TRANSFER_OUT, life.ownChannel(), bank), life));
    }

    /** Where there is not enough, a quarter may do. */
    private static void spend(long amount, Entry entry, Life life) {
        if (!life.pay(Product.CURRENT, amount, entry)) {
            life.pay(Product.CURRENT, Math.max(100, amount / 4_000 * 1_000), entry);
        }
    }
}
