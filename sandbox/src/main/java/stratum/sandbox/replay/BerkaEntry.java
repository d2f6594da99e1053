package stratum.sandbox.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;

/**
 * A row of the transactions, kept small (about 60 bytes), because the full table has a million of them.
 *
 * @param amount in haler, and so is the balance
 * @param account of which this is an entry; all entries of an account share the one object
 */
record BerkaEntry(
        int id,
        BerkaBooks.Account account,
        Sort sort,
        long amount,
        long balance,
        @Nullable String bank) {

    /** What the three columns type, operation and k_symbol say together; there are less than thirty of them. */
    record Sort(Direction direction, Purpose purpose, Channel channel) {

        static Sort of(Row row) throws Row.Unreadable {
            String operation = row.text("operation");
            Purpose byOperation = byOperation(operation);
            return new Sort(direction(row), purpose(row.text("k_symbol"), byOperation), channel(byOperation));
        }

        private static Direction direction(Row row) throws Row.Unreadable {
            return switch (row.text("type")) {
                case "PRIJEM", "credit" -> Direction.CREDIT;
                case "VYDAJ", "VYBER", "withdrawal", "withdrawal in cash" -> Direction.DEBIT;
                default -> throw row.wrong("type", "PRIJEM, VYDAJ or VYBER (or credit, withdrawal)");
            };
        }

        private static Purpose purpose(String symbol, Purpose byOperation) {
            return switch (symbol) {
                case "UROK", "interest credited" -> Purpose.INTEREST;
                case "SLUZBY", "payment for statement" -> Purpose.FEE;
                case "SANKC. UROK", "sanction interest if negative balance" -> Purpose.PENALTY;
                case "DUCHOD", "old-age pension" -> Purpose.PENSION;
                case "UVER", "loan payment" -> Purpose.LOAN_PAYMENT;
                case "SIPO", "household" -> Purpose.STANDING_ORDER;
                case "POJISTNE", "insurrance payment", "insurance payment" -> Purpose.INSURANCE;
                default -> byOperation;
            };
        }

        private static Purpose byOperation(String operation) {
            return switch (operation) {
                case "VKLAD", "VYBER", "credit in cash", "withdrawal in cash" -> Purpose.CASH;
                case "VYBER KARTOU", "credit card withdrawal" -> Purpose.CARD;
                case "PREVOD Z UCTU", "collection from another bank" -> Purpose.TRANSFER_IN;
                case "PREVOD NA UCET", "remittance to another bank" -> Purpose.TRANSFER_OUT;
                default -> Purpose.OTHER;
            };
        }

        private static Channel channel(Purpose byOperation) {
            return switch (byOperation) {
                case CASH -> Channel.BRANCH;
                case CARD -> Channel.CARD;
                default -> Channel.OTHER;
            };
        }

        Initiator initiator() {
            return switch (purpose) {
                case INTEREST, FEE, PENALTY -> Initiator.BANK;
                default -> Initiator.CUSTOMER;
            };
        }
    }

    boolean movesMoney() {
        return amount > 0;
    }

    TransactionPosted fact(Instant at) {
        return TransactionPosted.newBuilder()
                .setEventId("berka-trans-" + id)
                .setCustomerId(BerkaHistory.customerId(account))
                .setAccountId(BerkaHistory.accountId(account))
                .setOccurredAt(at)
                .setProductFamily(ProductFamily.DEPOSIT)
                .setDirection(sort.direction())
                .setAmount(new Money(amount, BerkaHistory.CURRENCY))
                .setBalanceAfter(new Money(balance, BerkaHistory.CURRENCY))
                .setPurpose(sort.purpose())
                .setChannel(sort.channel())
                .setCounterpartyBank(bank)
                .setInitiator(sort.initiator())
                .build();
    }
}
