package stratum.scoring.reference;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Money;
import stratum.events.Purpose;
import stratum.events.Reversed;
import stratum.events.TransactionPosted;

/** What all that is booked on one business date comes to, what was taken back being taken out. */
final class DayBook {

    private static final Set<Purpose> INCOME = EnumSet.of(Purpose.SALARY, Purpose.PENSION);
    private static final Set<Purpose> CHARGE = EnumSet.of(Purpose.FEE, Purpose.PENALTY);
    private static final Set<Channel> DIGITAL = EnumSet.of(Channel.MOBILE, Channel.WEB);

    /** Contacts that the bank makes or the bank's own housekeeping: no sign of life of the customer. */
    private static final Set<InteractionKind> BY_THE_BANK =
            EnumSet.of(InteractionKind.CALL_OUT, InteractionKind.COMPLAINT_OVERDUE, InteractionKind.COMPLAINT_RESOLVED);

    /** A day on which nothing was booked. */
    static final DayBook EMPTY = new DayBook();

    /** One column of the book. */
    enum Column {
        CREDITED,
        NUMBER_OF_CREDITS,
        DEBITED,
        CUSTOMER_TRANSACTIONS,
        CUSTOMER_CONTACTS,
        DIGITAL,
        INCOMES,
        STANDING_ORDERS,
        CHARGED,
        SENT_TO_OTHER_BANKS,
        REFERRALS
    }

    private final Map<Column, BigInteger> columns = new EnumMap<>(Column.class);

    private DayBook() {}

    DayBook(List<Fact> booked, Bank bank) {
        for (Fact fact : booked) {
            book(fact, bank);
        }
    }

    /** Never below 0: a reversal may be known before what it takes back. */
    BigInteger sum(Column column) {
        return columns.getOrDefault(column, BigInteger.ZERO).max(BigInteger.ZERO);
    }

    boolean any(Column column) {
        return sum(column).signum() > 0;
    }

    boolean signOfLife() {
        return any(Column.CUSTOMER_TRANSACTIONS) || any(Column.CUSTOMER_CONTACTS);
    }

    private void book(Fact fact, Bank bank) {
        if (fact.body() instanceof InteractionRecorded interaction) {
            book(interaction);
        }
        if (fact.body() instanceof TransactionPosted transaction) {
            if (transaction.getReverses() == null) {
                book(transaction, 1, transaction.getAmount(), transaction.getDirection(), fact, bank);
            } else if (fact.reachesItsOriginal()) {
                takeBack(transaction, transaction.getReverses(), fact, bank);
            }
        }
    }

    private void book(InteractionRecorded interaction) {
        if (!BY_THE_BANK.contains(interaction.getKind())) {
            add(Column.CUSTOMER_CONTACTS, 1);
            if (DIGITAL.contains(interaction.getChannel())) {
                add(Column.DIGITAL, 1);
            }
        }
        if (interaction.getKind() == InteractionKind.REFERRAL_MADE) {
            add(Column.REFERRALS, 1);
        }
    }

    private void takeBack(TransactionPosted reversal, Reversed original, Fact fact, Bank bank) {
        Direction was = reversal.getDirection() == Direction.CREDIT ? Direction.DEBIT : Direction.CREDIT;
        book(reversal, -1, original.getAmount(), was, fact, bank);
    }

    private void book(TransactionPosted about, int sign, Money money, Direction direction, Fact fact, Bank bank) {
        BigInteger amount =
                bank.inBase(money, fact.bookedOn(bank)).orElse(BigInteger.ZERO).multiply(BigInteger.valueOf(sign));
        if (direction == Direction.CREDIT) {
            add(Column.CREDITED, amount);
            add(Column.NUMBER_OF_CREDITS, sign);
            if (INCOME.contains(about.getPurpose())) {
                add(Column.INCOMES, sign);
            }
        } else {
            add(Column.DEBITED, amount);
            spend(about, sign, amount);
        }
        if (about.getInitiator() == Initiator.CUSTOMER) {
            add(Column.CUSTOMER_TRANSACTIONS, sign);
            if (DIGITAL.contains(about.getChannel())) {
                add(Column.DIGITAL, sign);
            }
        }
    }

    private void spend(TransactionPosted about, int sign, BigInteger amount) {
        if (CHARGE.contains(about.getPurpose())) {
            add(Column.CHARGED, amount);
        }
        if (about.getPurpose() == Purpose.STANDING_ORDER) {
            add(Column.STANDING_ORDERS, sign);
        }
        if (about.getPurpose() == Purpose.TRANSFER_OUT && about.getCounterpartyBank() != null) {
            add(Column.SENT_TO_OTHER_BANKS, amount);
        }
    }

    private void add(Column column, long count) {
        add(column, BigInteger.valueOf(count));
    }

    private void add(Column column, BigInteger amount) {
        columns.merge(column, amount, BigInteger::add);
    }
}
