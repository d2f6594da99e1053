package stratum.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stratum.events.Channel;
import stratum.events.ClockTicked;
import stratum.events.Consent;
import stratum.events.ContactPurpose;
import stratum.events.CustomerKind;
import stratum.events.CustomerProfiled;
import stratum.events.DecisionMade;
import stratum.events.Direction;
import stratum.events.FxRateSet;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.events.Link;
import stratum.events.LinkKind;
import stratum.events.MilestoneReached;
import stratum.events.Money;
import stratum.events.OfferMade;
import stratum.events.OfferOutcome;
import stratum.events.OfferWithdrawn;
import stratum.events.OutcomeKind;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.Reversed;
import stratum.events.Scored;
import stratum.events.StageChanged;
import stratum.events.Staged;
import stratum.events.TierOverride;
import stratum.events.TierSignalled;
import stratum.events.TransactionPosted;

final class FactRulesTest {

    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @ParameterizedTest
    @MethodSource("sound")
    void a_sound_fact_breaks_no_rule(SpecificRecord fact) {
        assertThat(FactRules.violation(fact)).isEmpty();
        assertThat(FactRules.violations(fact)).isEmpty();
    }

    static Stream<SpecificRecord> sound() {
        HoldingChanged overdrawn = holding();
        overdrawn.setValue(money(-500));
        TransactionPosted reversal = payment();
        reversal.setReverses(new Reversed("e-0", NOON, money(100)));
        return Stream.of(
                payment(),
                reversal,
                interaction(),
                holding(),
                overdrawn,
                profile(),
                new OfferOutcome("e-1", "o-1", "c-1", NOON, OutcomeKind.OPENED, null),
                new FxRateSet("EUR", LocalDate.of(2024, 5, 6), new BigDecimal("25.1")),
                new ClockTicked(NOON, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c-1", "berka-1000", "A.b_C-9", "7"})
    void letters_digits_dots_underscores_and_dashes_name_a_customer(String id) {
        assertThat(FactRules.violation(payment(fact -> fact.setCustomerId(id)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "客户", "a\n"})
    void anything_else_names_no_customer(String id) {
        TransactionPosted fact = payment(it -> it.setCustomerId(id));

        assertThat(FactRules.violation(fact)).map(FactRules.Violation::reason).contains(FactRules.MISSING_CUSTOMER);
    }

    @Test
    void a_customer_id_ends_at_64_characters() {
        assertThat(FactRules.isCustomerId("x".repeat(64))).isTrue();
        assertThat(FactRules.isCustomerId("x".repeat(65))).isFalse();
        assertThat(FactRules.isCustomerId(null)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_fact_is_told_by_reason_and_field(SpecificRecord fact, String reason, String field) {
        assertThat(FactRules.violation(fact)).hasValueSatisfying(violation -> {
            assertThat(violation.reason()).isEqualTo(reason);
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.sentence()).endsWith(".");
        });
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                invalid("eventId", payment(it -> it.setEventId(""))),
                invalid("eventId", payment(it -> it.setEventId("x".repeat(201)))),
                invalid("accountId", payment(it -> it.setAccountId(" "))),
                invalid("amount.amountMinor", payment(it -> it.setAmount(money(0)))),
                invalid("amount.amountMinor", payment(it -> it.setAmount(money(-1)))),
                invalid("amount.amountMinor", payment(it -> it.setAmount(money(1_000_000_000_000_001L)))),
                invalid("amount.currency", payment(it -> it.setAmount(new Money(1L, "eur")))),
                invalid("amount.currency", payment(it -> it.setAmount(new Money(1L, "EURO")))),
                invalid("balanceAfter.amountMinor", payment(it -> it.setBalanceAfter(money(Long.MIN_VALUE)))),
                invalid("balanceAfter.currency", payment(it -> it.setBalanceAfter(new Money(1L, "")))),
                invalid("reverses.eventId", payment(it -> it.setReverses(new Reversed("", NOON, money(1))))),
                invalid("reverses.eventId", payment(it -> it.setReverses(new Reversed("e-1", NOON, money(1))))),
                invalid(
                        "reverses.amount.amountMinor",
                        payment(it -> it.setReverses(new Reversed("e", NOON, money(0))))),
                invalid(
                        "reverses.amount.currency",
                        payment(it -> it.setReverses(new Reversed("e", NOON, new Money(1L, "USD"))))),
                absurd("reverses.occurredAt", payment(it -> it.setReverses(new Reversed("e", at("1812"), money(1))))),
                absurd("occurredAt", payment(it -> it.setOccurredAt(at("1899")))),
                absurd("occurredAt", payment(it -> it.setOccurredAt(at("2200")))),
                absurd("occurredAt", payment(it -> it.setOccurredAt(Instant.ofEpochMilli(Long.MAX_VALUE)))),
                absurd("occurredAt", payment(it -> it.setOccurredAt(Instant.MIN))),
                invalid("score", survey(11)),
                invalid("score", survey(-1)),
                invalid("value.currency", holding(it -> it.setValue(new Money(1L, "E1R")))),
                absurd("maturesOn", holding(it -> it.setMaturesOn(LocalDate.of(9999, 1, 1)))),
                invalid("language", profile(it -> it.setLanguage(""))),
                invalid("sex", profile(it -> it.setSex("X"))),
                invalid("riskAppetite", profile(it -> it.setRiskAppetite("C6"))),
                invalid("zone", profile(it -> it.setZone("Mars/Olympus"))),
                invalid("referrer", profile(it -> it.setReferrer("no customer"))),
                invalid("links[0].customerId", profile(it -> it.setLinks(List.of(new Link(LinkKind.HOUSEHOLD, ""))))),
                absurd("consents[0].givenAt", profile(it -> it.setConsents(List.of(consent(at("0001")))))),
                invalid("occupation", profile(it -> it.setOccupation("x".repeat(65)))),
                invalid("incomeBand", profile(it -> it.setIncomeBand("x".repeat(65)))),
                invalid("language", profile(it -> it.setLanguage("x".repeat(65)))),
                invalid(
                        "links",
                        profile(it -> it.setLinks(Collections.nCopies(1_001, new Link(LinkKind.values()[0], "c-2"))))),
                invalid(
                        "reverses.occurredAt",
                        payment(it -> it.setReverses(new Reversed("e-0", NOON.plusSeconds(1), money(1))))),
                invalid("tierOverride.tier", profile(it -> it.setTierOverride(byHand(" ", "2024-06-01")))),
                invalid("tierOverride.tier", profile(it -> it.setTierOverride(byHand("V".repeat(65), "2024-06-01")))),
                absurd("tierOverride.until", profile(it -> it.setTierOverride(byHand("VIP", "2400-01-01")))),
                absurd("birthDate", profile(it -> it.setBirthDate(LocalDate.of(1492, 1, 1)))),
                invalid("offerId", new OfferOutcome("e-1", "", "c-1", NOON, OutcomeKind.OPENED, null)),
                invalid("currency", new FxRateSet("€", LocalDate.EPOCH, BigDecimal.ONE)),
                invalid("rate", new FxRateSet("EUR", LocalDate.EPOCH, BigDecimal.ZERO)),
                absurd("businessTime", new ClockTicked(at("2200"), List.of())));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        TransactionPosted fact = payment(it -> {
            it.setCustomerId("");
            it.setAmount(money(-1));
            it.setOccurredAt(Instant.EPOCH.minusSeconds(4_000_000_000L));
        });

        assertThat(FactRules.violations(fact))
                .extracting(FactRules.Violation::reason)
                .containsExactly(FactRules.MISSING_CUSTOMER, FactRules.ABSURD_DATE, FactRules.INVALID);
    }

    @ParameterizedTest
    @MethodSource("empty")
    void a_record_with_nothing_in_it_is_judged_and_not_stumbled_over(SpecificRecord record) {
        assertThat(FactRules.violations(record)).isNotEmpty();
        assertThat(FactRules.customerOf(record)).isNull();
        assertThat(FactRules.occurredAt(record)).isNull();
        assertThat(FactRules.eventIdOf(record)).isNull();
    }

    static Stream<SpecificRecord> empty() {
        return Stream.of(
                new TransactionPosted(),
                new InteractionRecorded(),
                new HoldingChanged(),
                new CustomerProfiled(),
                new OfferOutcome(),
                new FxRateSet(),
                new ClockTicked(),
                new Scored(),
                new TierSignalled(),
                new Staged(),
                new StageChanged(),
                new MilestoneReached(),
                new OfferMade(),
                new OfferWithdrawn(),
                new DecisionMade());
    }

    @Test
    void money_that_is_half_there_is_judged_too() {
        TransactionPosted fact = payment(it -> {
            it.setAmount(new Money());
            it.setReverses(new Reversed());
        });

        assertThat(FactRules.violations(fact))
                .extracting(FactRules.Violation::field)
                .containsExactly(
                        "amount.currency",
                        "amount.amountMinor",
                        "reverses.eventId",
                        "reverses.occurredAt",
                        "reverses.amount");
    }

    @Test
    void what_all_facts_share_is_found_in_each_type() {
        TransactionPosted fact = payment();
        TierSignalled signal = new TierSignalled();
        signal.setSignalId("s-1");
        DecisionMade decision = new DecisionMade();
        decision.setDecisionId("d-1");
        decision.setOfferId("o-1");

        assertThat(FactRules.customerOf(fact)).isEqualTo("c-1");
        assertThat(FactRules.occurredAt(fact)).isEqualTo(NOON);
        assertThat(FactRules.eventIdOf(fact)).isEqualTo("e-1");
        assertThat(FactRules.eventIdOf(signal)).isEqualTo("s-1");
        assertThat(FactRules.eventIdOf(decision)).isEqualTo("d-1");
        assertThat(FactRules.occurredAt(new ClockTicked(NOON, List.of()))).isEqualTo(NOON);
        assertThat(FactRules.customerOf(new ClockTicked(NOON, List.of()))).isNull();
        assertThat(FactRules.eventIdOf(new Scored())).isNull();
    }

    private static Arguments invalid(String field, SpecificRecord fact) {
        return Arguments.of(fact, FactRules.INVALID, field);
    }

    private static Arguments absurd(String field, SpecificRecord fact) {
        return Arguments.of(fact, FactRules.ABSURD_DATE, field);
    }

    private static Instant at(String year) {
        return Instant.parse(year + "-01-01T00:00:00Z");
    }

    private static Money money(long amountMinor) {
        return new Money(amountMinor, "EUR");
    }

    private static TransactionPosted payment() {
        return new TransactionPosted(
                "e-1",
                "c-1",
                "a-1",
                NOON,
                ProductFamily.DEPOSIT,
                Direction.DEBIT,
                money(100),
                money(-20),
                Purpose.CARD,
                Channel.CARD,
                null,
                Initiator.CUSTOMER,
                null);
    }

    private static TransactionPosted payment(Consumer<TransactionPosted> change) {
        TransactionPosted fact = payment();
        change.accept(fact);
        return fact;
    }

    private static InteractionRecorded interaction() {
        return new InteractionRecorded("e-1", "c-1", NOON, InteractionKind.LOGIN, Channel.MOBILE, null, null, null);
    }

    private static InteractionRecorded survey(int score) {
        return new InteractionRecorded(
                "e-1", "c-1", NOON, InteractionKind.SURVEY_ANSWERED, Channel.WEB, null, score, null);
    }

    private static HoldingChanged holding() {
        return new HoldingChanged(
                "e-1",
                "c-1",
                "a-1",
                NOON,
                "CURRENT",
                ProductFamily.DEPOSIT,
                HoldingStatus.OPENED,
                money(0),
                LocalDate.of(2030, 1, 1));
    }

    private static HoldingChanged holding(Consumer<HoldingChanged> change) {
        HoldingChanged fact = holding();
        change.accept(fact);
        return fact;
    }

    private static CustomerProfiled profile() {
        return CustomerProfiled.newBuilder()
                .setEventId("e-1")
                .setCustomerId("c-1")
                .setOccurredAt(NOON)
                .setKind(CustomerKind.PERSONAL)
                .setBirthDate(LocalDate.of(1970, 2, 3))
                .setSex("F")
                .setRiskAppetite("C3")
                .setReferrer("c-2")
                .setLinks(List.of(new Link(LinkKind.HOUSEHOLD, "c-2")))
                .setConsents(new ArrayList<>(List.of(consent(NOON))))
                .setZone("Europe/Prague")
                .setTierOverride(byHand("VIP", "2024-06-01"))
                .build();
    }

    private static CustomerProfiled profile(Consumer<CustomerProfiled> change) {
        CustomerProfiled fact = profile();
        change.accept(fact);
        return fact;
    }

    private static TierOverride byHand(String tier, String until) {
        return new TierOverride(tier, "a promise", "anna", LocalDate.parse(until));
    }

    private static Consent consent(Instant givenAt) {
        return new Consent(Channel.SMS, ContactPurpose.MARKETING, true, givenAt, null);
    }
}
