package stratum.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.ProductFamily;
import stratum.events.TransactionPosted;
import stratum.schemas.FactRules;

/** What must hold of every account of every bank: an account book kept here, beside the bank's own. */
class LedgerLawsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 99, -5, 123_456_789_012L, Long.MAX_VALUE})
    void money_is_never_made_nor_lost_nor_moved_on_an_account_that_is_not_open(long seed) {
        Book book = new Book();
        facts(new SimulatedBank(60, 400, seed)).forEach(book::enter);
        assertThat(book.balances).isNotEmpty();
    }

    /** In the order in which they happened, each once. */
    private static List<SpecificRecord> facts(SimulatedBank bank) {
        Set<SpecificRecord> once = new LinkedHashSet<>();
        bank.days().forEachRemaining(day -> once.addAll(day.facts()));
        return once.stream()
                .sorted(Comparator.comparing(fact -> Objects.requireNonNull(FactRules.occurredAt(fact))))
                .toList();
    }

    private static final class Book {

        private final Map<String, Long> balances = new HashMap<>();

        void enter(SpecificRecord fact) {
            if (fact instanceof HoldingChanged holding) {
                holding(holding);
            } else if (fact instanceof TransactionPosted transaction) {
                transaction(transaction);
            }
        }

        private void holding(HoldingChanged holding) {
            String account = holding.getAccountId();
            long value = holding.getValue() == null ? 0 : holding.getValue().getAmountMinor();
            if (holding.getStatus() == HoldingStatus.OPENED) {
                assertThat(balances).doesNotContainKey(account);
                balances.put(account, value);
            } else {
                assertThat(balances).as("open accounts at %s", holding).containsKey(account);
                boolean valued = holding.getFamily() != ProductFamily.DEPOSIT;
                assertThat(valued || Objects.equals(balances.get(account), value))
                        .isTrue();
                balances.put(account, value);
            }
            if (holding.getStatus() == HoldingStatus.CLOSED) {
                assertThat(balances.remove(account)).isZero();
            }
        }

        private void transaction(TransactionPosted transaction) {
            Long before = balances.get(transaction.getAccountId());
            assertThat(before).as("an open account for %s", transaction).isNotNull();
            long moved = transaction.getAmount().getAmountMinor();
            long after =
                    Objects.requireNonNull(before) + (transaction.getDirection() == Direction.CREDIT ? moved : -moved);
            assertThat(transaction.getBalanceAfter().getAmountMinor()).isEqualTo(after);
            assertThat(after).isGreaterThanOrEqualTo(-Life.OVERDRAFT);
            balances.put(transaction.getAccountId(), after);
        }
    }
}
