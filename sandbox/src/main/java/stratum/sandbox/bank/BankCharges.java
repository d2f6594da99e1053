package stratum.sandbox.bank;

import java.time.LocalDate;
import stratum.events.Channel;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** What the bank itself posts: the monthly fee, interest by the quarter, and a penalty on what is overdrawn. */
final class BankCharges implements Habit {

    private static final double QUARTERLY_INTEREST = 0.004;
    private static final double MONTHLY_PENALTY = 0.01;

    private final long fee;

    BankCharges(Persona persona) {
        fee = switch (persona) {
            case STUDENT -> 0;
            case MERCHANT -> 1_500;
            default -> 350;
        };
    }

    @Override
    public void plan(LocalDate day, Life life) {
        if (Habit.isLastOfMonth(day)) {
            life.at(22 * 3_600 + 3_600, () -> charge(day, life));
        }
    }

    private void charge(LocalDate day, Life life) {
        long overdrawn = -life.wallet.on(Product.CURRENT);
        if (overdrawn > 0) {
            long penalty = Math.max(1, Math.round(overdrawn * MONTHLY_PENALTY));
            life.pay(Product.CURRENT, penalty, Entry.of(Purpose.PENALTY, Channel.OTHER));
        }
        life.pay(Product.CURRENT, fee, Entry.of(Purpose.FEE, Channel.OTHER));
        if (day.getMonthValue() % 3 == 0) {
            long interest = Math.round(life.wallet.on(Product.SAVINGS) * QUARTERLY_INTEREST);
            life.credit(Product.SAVINGS, interest, Entry.of(Purpose.INTEREST, Channel.OTHER));
        }
    }
}
