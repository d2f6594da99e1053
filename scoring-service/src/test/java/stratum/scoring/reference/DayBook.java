package stratum.scoring.reference;

import java.math.BigInteger;
import java.time.LocalDate;
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

/** What one business date's transactions come to, those taken back taken out. */
final class DayBook {

    private static final Set<Purpose> INCOME = EnumSet.of(Purpose.SALARY, Purpose.PENSION);

    /** Contacts that the bank makes or the bank's own housekeeping: no sign of life of the customer. */
    private static final Set<InteractionKind> BY_THE_BANK =
            EnumSet.of(InteractionKind.CALL_OUT, InteractionKind.COMPLAINT_OVERDUE, InteractionKind.COMPLAINT_RESOLVED);

    private final LocalDate date;
    private final Bank bank;
    private long customerTransactions;
    private long incomes;
    private BigInteger credits = BigInteger.ZERO;
    private BigInteger debits = BigInteger.ZERO;
    private boolean contacted;

    DayBook(LocalDate date, List<Fact> facts, Bank bank) {
        this.date = date;
        this.bank = bank;
        for (Fact fact : facts) {
            book(fact);
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

    private void book(Fact fact) {
        if (fact.body() instanceof InteractionRecorded interaction
                && fact.date().equals(date)) {
            contacted |= !BY_THE_BANK.contains(interaction.getKind());
        }
        if (fact.body() instanceof TransactionPosted transaction) {
            book(transaction, fact.date());
        }
    }

    private void book(TransactionPosted transaction, LocalDate bookedOn) {
        if (transaction.getReverses() == null) {
            if (bookedOn.equals(date)) {
                book(transaction, transaction.getDirection(), transaction.getAmount(), 1);
            }
        } else if (bank.dateOf(transaction.getReverses().getOccurredAt()).equals(date)) {
            Direction original = transaction.getDirection() == Direction.CREDIT ? Direction.DEBIT : Direction.CREDIT;
            book(transaction, original, transaction.getReverses().getAmount(), -1);
        }
    }

    private void book(TransactionPosted transaction, Direction direction, Money money, int sign) {
        BigInteger amount = bank.inBase(money).orElse(BigInteger.ZERO).multiply(BigInteger.valueOf(sign));
        if (direction == Direction.CREDIT) {
            credits = credits.add(amount);
        } else {
            debits = debits.add(amount);
        }
        if (transaction.getInitiator() == Initiator.CUSTOMER) {
            customerTransactions += sign;
        }
        if (direction == Direction.CREDIT && INCOME.contains(transaction.getPurpose())) {
            incomes += sign;
        }
    }
}
