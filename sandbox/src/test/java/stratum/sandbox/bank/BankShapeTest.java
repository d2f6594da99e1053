package stratum.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.Day;

/** Whether the simulated bank is one a banker would believe in: half the size of the demo's, as long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankShapeTest {

    private static final int CUSTOMERS = 1_000;
    private static final int DAYS = 730;

    private final SimulatedBank bank = new SimulatedBank(CUSTOMERS, DAYS, 42);
    private final Map<String, Map<String, Long>> balances = new HashMap<>();
    private final Map<String, Double> averages = new HashMap<>();
    private long transactions;
    private long facts;

    @BeforeAll
    void live() {
        bank.days().forEachRemaining(day -> {
            day.facts().forEach(this::count);
            average(day);
        });
    }

    private void count(SpecificRecord fact) {
        facts++;
        if (fact instanceof TransactionPosted transaction) {
            transactions++;
            book(
                    transaction.getCustomerId(),
                    transaction.getAccountId(),
                    transaction.getBalanceAfter().getAmountMinor());
        } else if (fact instanceof HoldingChanged holding && isAsset(holding)) {
            boolean closed = holding.getStatus() == HoldingStatus.CLOSED;
            book(
                    holding.getCustomerId(),
                    holding.getAccountId(),
                    closed ? 0 : holding.getValue().getAmountMinor());
        }
    }

    private static boolean isAsset(HoldingChanged holding) {
        return switch (holding.getFamily()) {
            case DEPOSIT, WEALTH -> true;
            default -> false;
        };
    }

    private void book(String customer, String account, long cents) {
        balances.computeIfAbsent(customer, first -> new HashMap<>()).put(account, Math.max(0, cents));
    }

    private void average(Day day) {
        if (day.date().isAfter(bank.lastDay().minusDays(90))) {
            balances.forEach((customer, accounts) -> averages.merge(
                    customer,
                    accounts.values().stream().mapToLong(Long::longValue).sum() / 9_000.0,
                    Double::sum));
        }
    }

    @Test
    void most_customers_keep_little_and_few_keep_much() {
        assertThat(shareBetween(0, 5_000)).isBetween(0.58, 0.72);
        assertThat(shareBetween(5_000, 50_000)).isBetween(0.18, 0.30);
        assertThat(shareBetween(50_000, 600_000)).isBetween(0.06, 0.11);
        assertThat(shareBetween(600_000, 1e12)).isBetween(0.007, 0.025);
    }

    private double shareBetween(double from, double to) {
        long between = averages.values().stream()
                .filter(euro -> euro >= from && euro < to)
                .count();
        return (double) between / averages.size();
    }

    @Test
    void a_customer_makes_ten_to_fourteen_transactions_a_month() {
        assertThat(transactions / (CUSTOMERS * DAYS / 30.4)).isBetween(10.0, 14.0);
        assertThat(facts).isBetween(250_000L, 340_000L);
    }

    @Test
    void every_kind_of_person_is_there_and_every_fate_befalls_somebody() {
        Set<Persona> personas = bank.truths().stream().map(Truth::persona).collect(Collectors.toSet());
        Set<Fate> fates = bank.truths().stream().map(Truth::fate).collect(Collectors.toSet());
        assertThat(personas).isEqualTo(EnumSet.allOf(Persona.class));
        assertThat(fates).isEqualTo(EnumSet.allOf(Fate.class));
    }

    @Test
    void about_a_tenth_is_gone_at_the_end_and_some_have_come_back() {
        long gone = bank.truths().stream()
                .filter(truth -> truth.goneAsOf(bank.lastDay()))
                .count();
        long back =
                bank.truths().stream().filter(truth -> truth.backOn() != null).count();
        assertThat(gone).isBetween(60L, 140L);
        assertThat(back).isBetween(10L, 60L);
    }

    @Test
    void customers_join_all_through_the_period() {
        Set<LocalDate> months = new HashSet<>();
        bank.truths().forEach(truth -> months.add(truth.joinedOn().withDayOfMonth(1)));
        assertThat(months).hasSizeGreaterThan(18);
        assertThat(bank.zone()).isEqualTo(ZoneOffset.UTC);
    }
}
