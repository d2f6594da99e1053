package stratum.sandbox.bank;

import java.time.LocalDate;
import stratum.events.Channel;
import stratum.events.HoldingStatus;
import stratum.events.Purpose;
import stratum.sandbox.bank.Account.Product;

/** Loans are paid back month by month and closed with the last cent. Who cannot pay, pays next month. */
final class Borrowing implements Habit {

    private static final int PAID_ON = 5;

    @Override
    public void plan(LocalDate day, Life life) {
        if (day.getDayOfMonth() == PAID_ON) {
            repay(Product.CONSUMER_LOAN, 0.13, life);
            repay(Product.HOME_LOAN, 0.22, life);
        }
    }

    /** What is owed at first, or nothing where it is no loan. */
    static long principal(Product product, Life life) {
        return switch (product) {
            case CONSUMER_LOAN -> Math.round(life.income * life.dice.between(1.0, 6.0));
            case HOME_LOAN -> Math.round(life.income * life.dice.between(30.0, 70.0));
            default -> 0;
        };
    }

    private static void repay(Product product, double share, Life life) {
        Account loan = life.wallet.open(product);
        if (loan != null) {
            long rate = Math.min(loan.balance(), Math.round(life.means.income() * share));
            life.atNight(() -> repay(loan, rate, life));
        }
    }

    private static void repay(Account loan, long rate, Life life) {
        if (life.pay(Product.CURRENT, rate, Entry.of(Purpose.LOAN_PAYMENT, Channel.OTHER))) {
            loan.value(loan.balance() - rate);
            if (loan.balance() == 0) {
                life.close(loan);
            } else {
                life.pen.holding(loan, HoldingStatus.VALUED);
            }
        }
    }
}
