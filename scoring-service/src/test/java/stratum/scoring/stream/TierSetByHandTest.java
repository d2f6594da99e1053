package stratum.scoring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Scored;
import stratum.events.TierOverride;
import stratum.events.TierSignalled;
import stratum.platform.stream.DecisionDriver;
import stratum.schemas.Topics;

/** A tier set by hand, from the customer file to the signals. */
final class TierSetByHandTest {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate MONDAY = LocalDate.parse("2024-01-01");
    private static final LocalDate UNTIL = LocalDate.parse("2024-03-01");

    private final DecisionDriver bank = ScoringDriver.shipped();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void it_covers_what_the_rules_give_and_ends_by_itself_on_its_date() {
        bank.publish(List.of(opened(600_000, MONDAY))).endOf(MONDAY);
        bank.publish(List.of(file("f-1", byHand("PRIVATE"), MONDAY.plusDays(9))))
                .endOf(MONDAY.plusDays(9));
        bank.publish(List.of(worth(30_000_000, MONDAY.plusDays(20)))).endOf(MONDAY.plusDays(20));
        assertThat(signals()).containsExactly("2024-01-01 ASSIGNED null MASS", "2024-01-10 OVERRIDDEN MASS PRIVATE");
        assertThat(lastScore()).satisfies(score -> {
            assertThat(score.getTier()).isEqualTo("PRIVATE");
            assertThat(score.getCandidate()).isEqualTo("CORE");
        });

        MONDAY.plusDays(21).datesUntil(UNTIL).forEach(bank::endOf);
        assertThat(signals()).isEmpty();
        bank.endOf(UNTIL);

        assertThat(signals()).containsExactly("2024-03-01 OVERRIDE_ENDED PRIVATE VIP");
    }

    @Test
    void it_ends_with_a_file_that_does_not_say_it_any_more_and_not_with_one_that_comes_late() {
        bank.publish(List.of(opened(600_000, MONDAY), file("f-2", byHand("VIP"), MONDAY)))
                .endOf(MONDAY);
        bank.publish(List.of(file("f-1", null, MONDAY.minusDays(3)))).endOf(MONDAY.plusDays(1));
        assertThat(signals()).containsExactly("2024-01-01 ASSIGNED null MASS", "2024-01-01 OVERRIDDEN MASS VIP");

        bank.publish(List.of(file("f-3", null, MONDAY.plusDays(2)))).endOf(MONDAY.plusDays(2));

        assertThat(signals()).containsExactly("2024-01-03 OVERRIDE_ENDED VIP MASS");
    }

    @Test
    void one_for_a_tier_that_nobody_has_stops_nothing() {
        bank.publish(List.of(opened(600_000, MONDAY), file("f-1", byHand("DIAMOND"), MONDAY)))
                .endOf(MONDAY);

        assertThat(signals()).containsExactly("2024-01-01 ASSIGNED null MASS");
        assertThat(bank.deadLetters()).isEmpty();
    }

    private List<String> signals() {
        return bank.announced(Topics.TIER_SIGNALS, TierSignalled.class).stream()
                .filter(signal -> !signal.getKind().name().equals("NEAR_UPGRADE"))
                .map(signal -> "%s %s %s %s"
                        .formatted(signal.getAsOf(), signal.getKind(), signal.getFromTier(), signal.getTier()))
                .toList();
    }

    private Scored lastScore() {
        List<Scored> scores = bank.announced(Topics.SCORES, Scored.class);
        return scores.get(scores.size() - 1);
    }

    private static TierOverride byHand(String tier) {
        return new TierOverride(tier, "a promise", "anna", UNTIL);
    }

    private static CustomerProfiled file(String id, @Nullable TierOverride override, LocalDate date) {
        return CustomerProfiled.newBuilder()
                .setEventId(id)
                .setCustomerId("c1")
                .setOccurredAt(noon(date).plusSeconds(60))
                .setKind(CustomerKind.PERSONAL)
                .setTierOverride(override)
                .build();
    }

    private static HoldingChanged opened(long value, LocalDate date) {
        return holding("o-" + date, HoldingStatus.OPENED, value, date);
    }

    private static HoldingChanged worth(long value, LocalDate date) {
        return holding("v-" + date, HoldingStatus.VALUED, value, date);
    }

    private static HoldingChanged holding(String id, HoldingStatus status, long value, LocalDate date) {
        return HoldingChanged.newBuilder()
                .setEventId(id)
                .setCustomerId("c1")
                .setAccountId("a1")
                .setOccurredAt(noon(date))
                .setProductCode("CURRENT")
                .setFamily(ProductFamily.DEPOSIT)
                .setStatus(status)
                .setValue(new Money(value, "EUR"))
                .build();
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
