package stratum.scoring.reference;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import stratum.events.Direction;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;

/** What all that is booked on one business date comes to, what was taken back being taken out. */
final class DayBook {

    private static final Set<Purpose> INCOME = EnumSet.of(Purpose.SALARY, Purpose.PENSION);

    /** Contacts that the bank makes or the bank's own housekeeping: no sign of life of the customer. */
    private static final Set<InteractionKind> BY_THE_BANK =
            EnumSet.of(InteractionKind.CALL_OUT, InteractionKind.COMPLAINT_OVERDUE, InteractionKind.COMPLAINT_RESOLVED);

    /** A day on which nothing was booked. */
    static final DayBook EMPTY = new DayBook();

    private long customerTransactions;
    private long incomes;
    private BigInteger credits = BigInteger.ZERO;
    private BigInteger debits = BigInteger.ZERO;
    private boolean contacted;

    private DayBook() {}

    DayBook(List<Fact> booked, Bank bank) {
        for (Fact fact : booked) {
            book(fact, bank);
        }
    }

    /** Never below 0: a reversal may be known before what it takes back. */
    long customerTransactions() {
        return Math.max(0, customerTransactions);
    }

    boolean active() {
        return customerTransactions > 0;
    }

    boolean signOfLife() {
        return active() || contacted;
    }

    boolean income() {
        return incomes > 0;
    }

    BigInteger credits() {
        return credits;
    }

    BigInteger debits() {
        return debits;
    }

    private void book(Fact fact, Bank bank) {
        if (fact.body() instanceof InteractionRecorded interaction) {
            contacted |= !BY_THE_BANK.contains(interaction.getKind());
        }
        if (fact.body() instanceof TransactionPosted transaction) {
            book(transaction, bank);
        }
    }

    private void book(TransactionPosted transaction, Bank bank) {
        boolean reversal = transaction.getReverses() != null;
        int sign = reversal ? -1 : 1;
        boolean credit = (transaction.getDirection() == Direction.CREDIT) != reversal;
        Money money = reversal ? transaction.getReverses().getAmount() : transaction.getAmount();
        turn(credit, bank.inBase(money).orElse(BigInteger.ZERO).multiply(BigInteger.valueOf(sign)));
        if (transaction.getInitiator() == Initiator.CUSTOMER) {
            customerTransactions += sign;
        }
        if (credit && INCOME.contains(transaction.getPurpose())) {
            incomes += sign;
        }
    }

    private void turn(boolean credit, BigInteger amount) {
        if (credit) {
            credits = credits.add(amount);
        } else {
            debits = debits.add(amount);
        }
    }
}
