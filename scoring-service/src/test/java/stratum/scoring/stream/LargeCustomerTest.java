package stratum.scoring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Scored;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.Topics;

/** A customer with thousands of accounts, as a company may have, is read as it was written. */
final class LargeCustomerTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate MONDAY = LocalDate.parse("2024-01-01");
    private static final int ACCOUNTS = 6_000;

    private final DecisionDriver bank = ScoringDriver.shipped();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void every_account_counts_the_day_after() {
        bank.publish(IntStream.range(0, ACCOUNTS)
                        .mapToObj(i -> holding("a" + i, HoldingStatus.OPENED, 1_000, MONDAY))
                        .toList())
                .endOf(MONDAY);
        assertThat(bank.kept("c1")).hasSizeGreaterThan(1 << 16);

        bank.publish(List.of(holding("a7", HoldingStatus.VALUED, 2_000, MONDAY.plusDays(1))))
                .endOf(MONDAY.plusDays(1));

        assertThat(bank.deadLetters()).isEmpty();
        List<Scored> scores = bank.announced(Topics.SCORES, Scored.class);
        Object balance = scores.get(scores.size() - 1).getFeatures().get("balance");
        assertThat(balance).isEqualTo(6_001_000L);
    }

    private static HoldingChanged holding(String account, HoldingStatus status, long minor, LocalDate date) {
        Instant at = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new HoldingChanged(
                "%s-%s".formatted(account, date),
                "c1",
                account,
                at,
                "current",
                ProductFamily.DEPOSIT,
                status,
                new Money(minor, "EUR"),
                null);
    }
}
