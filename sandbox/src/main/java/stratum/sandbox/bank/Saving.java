package stratum.sandbox.bank;

import java.time.LocalDate;
import stratum.events.HoldingStatus;
import stratum.sandbox.bank.Account.Product;

/** Keeps the current account at a working level; what is above goes to savings and, with those who have them, funds. */
final class Saving implements Habit {

    @Override
    public void plan(LocalDate day, Life life) {
        if (life.zest(day) > 0 && day.getDayOfMonth() == 1 + (life.means.payday() + 4) % 28) {
            life.byDay(() -> level(life));
        }
        if (Habit.isLastOfMonth(day) && life.wallet.has(Product.FUND)) {
            life.at(22 * 3_600 + 1_800, () -> value(life));
        }
    }

    /** What she likes to have at hand. */
    static long floatOf(Life life) {
        long monthly = life.truth.persona() == Persona.MERCHANT ? life.wealth / 2 : life.income * 12 / 10;
        return Math.min(life.wealth, monthly);
    }

    private static void level(Life life) {
        long level = floatOf(life);
        long above = life.wallet.on(Product.CURRENT) - level;
        if (above > level / 2 + 5_000) {
            putAway(above, life);
        } else if (above < -level / 2) {
            long back = Math.min(-above, life.wallet.on(Product.SAVINGS));
            life.move(Product.SAVINGS, Product.CURRENT, back);
        }
    }

    private static void putAway(long amount, Life life) {
        boolean invest = life.wallet.has(Product.FUND) && (!life.wallet.has(Product.SAVINGS) || life.dice.chance(0.5));
        if (invest) {
            life.invest(amount / 10_000 * 10_000);
        } else {
            life.move(Product.CURRENT, Product.SAVINGS, amount / 1_000 * 1_000);
        }
    }

    private static void value(Life life) {
        Account fund = life.wallet.open(Product.FUND);
        if (fund != null && fund.balance() > 0) {
            fund.value(Math.round(fund.balance() * (1.003 + 0.02 * life.dice.normal())));
            life.pen.holding(fund, HoldingStatus.VALUED);
        }
    }
}
