package stratum.sandbox.bank;

import java.time.LocalDate;
import stratum.events.Channel;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** Salary, pension or the parents' transfer, once a month, with a small raise once a year. */
final class Earning implements Habit {

    private final int raiseIn;

    Earning(Dice dice) {
        raiseIn = dice.between(1, 12);
    }

    @Override
    public void plan(LocalDate day, Life life) {
        if (day.getDayOfMonth() == life.means.payday() && life.earns(day)) {
            if (day.getMonthValue() == raiseIn) {
                life.income += Math.round(life.income * life.dice.between(0.01, 0.05));
            }
            life.atNight(
                    () -> life.credit(Product.CURRENT, life.income, Entry.of(life.means.incomeAs(), Channel.OTHER)));
        }
        if (life.truth.persona() == Persona.STUDENT && life.dice.chance(0.02 * life.zest(day))) {
            long wage = life.dice.between(5_000, 40_000);
            life.byDay(() -> life.credit(Product.CURRENT, wage, Entry.of(Purpose.TRANSFER_IN, Channel.OTHER)));
        }
    }
}
