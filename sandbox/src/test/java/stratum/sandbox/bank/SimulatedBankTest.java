package stratum.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.events.CustomerProfiled;
import stratum.events.Initiator;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.PublicationOrder;
import stratum.schemas.FactRules;

class SimulatedBankTest {

    private final SimulatedBank bank = new SimulatedBank(120, 500, 7);
    private final List<Day> days = days(bank);
    private final List<SpecificRecord> facts = facts(days);

    @Test
    void the_same_seed_gives_the_same_facts() {
        assertThat(facts(days(new SimulatedBank(120, 500, 7)))).isEqualTo(facts);
    }

    @Test
    void days_asked_for_twice_are_the_same_days() {
        assertThat(facts(days(bank))).isEqualTo(facts);
    }

    @Test
    void another_seed_gives_another_bank() {
        assertThat(facts(days(new SimulatedBank(120, 500, 8)))).isNotEqualTo(facts);
    }

    @Test
    void the_first_customers_of_a_larger_bank_are_those_of_a_smaller_one() {
        List<SpecificRecord> smaller = facts(days(new SimulatedBank(40, 500, 7)));
        Set<String> ids = ids(smaller);
        assertThat(facts.stream()
                        .filter(fact -> ids.contains(Objects.requireNonNull(FactRules.customerOf(fact))))
                        .toList())
                .isEqualTo(smaller);
    }

    @Test
    void every_day_comes_once_and_in_order_up_to_the_last_of_2025() {
        assertThat(days).hasSize(500);
        assertThat(days.stream().map(Day::date)).isSorted();
        assertThat(days.get(0).date()).isEqualTo(bank.firstDay());
        assertThat(days.get(499).date()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void a_days_facts_are_in_the_order_of_publication() {
        assertThat(days).allSatisfy(day -> assertThat(day.facts()).isSortedAccordingTo(PublicationOrder.INSTANCE));
    }

    @Test
    void no_fact_breaks_a_rule() {
        assertThat(facts)
                .allSatisfy(fact -> assertThat(FactRules.violations(fact)).isEmpty());
    }

    @Test
    void an_id_comes_again_only_with_the_same_fact_and_as_often_as_counted() {
        Map<String, Set<SpecificRecord>> byId = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> Objects.requireNonNull(FactRules.eventIdOf(fact)), Collectors.toSet()));
        assertThat(byId.values()).allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(facts.size() - byId.size()).isEqualTo((int) bank.counts().repeats());
        assertThat(bank.counts().published()).isEqualTo(facts.size());
    }

    @Test
    void a_repeat_comes_at_most_three_days_after_the_first() {
        Map<SpecificRecord, LocalDate> first = new java.util.IdentityHashMap<>();
        for (Day day : days) {
            for (SpecificRecord fact : day.facts()) {
                LocalDate before = first.putIfAbsent(fact, day.date());
                assertThat(day.date()).isBeforeOrEqualTo(before == null ? day.date() : before.plusDays(3));
            }
        }
    }

    @Test
    void late_facts_are_one_to_five_days_late_and_as_many_as_counted() {
        Set<SpecificRecord> published = new HashSet<>();
        long late = 0;
        for (Day day : days) {
            for (SpecificRecord fact : day.facts()) {
                long daysLate = day.date().toEpochDay() - dateOf(fact).toEpochDay();
                assertThat(daysLate).isBetween(0L, 5L);
                late += published.add(fact) && daysLate > 0 ? 1 : 0;
            }
        }
        assertThat(late).isEqualTo(bank.counts().late()).isPositive();
    }

    @Test
    void facts_too_late_to_be_booked_come_only_where_asked_for() {
        assertThat(bank.counts().tooLate()).isZero();

        SimulatedBank slow = new SimulatedBank(60, 500, 7, new Imperfections(0, 0, 0, 0.01));
        long tooLate = days(slow).stream()
                .flatMap(day -> day.facts().stream()
                        .filter(fact -> dateOf(fact).plusDays(400).isBefore(day.date())))
                .count();
        assertThat(tooLate).isEqualTo(slow.counts().tooLate()).isPositive();
    }

    @Test
    void a_bank_without_imperfections_has_none() {
        SimulatedBank perfect = new SimulatedBank(60, 200, 7, Imperfections.NONE);
        List<SpecificRecord> all = facts(days(perfect));
        assertThat(perfect.counts()).isEqualTo(new Counts(all.size(), 0, 0, 0, 0));
    }

    @Test
    void a_reversal_repeats_its_original_with_the_direction_turned() {
        Map<String, TransactionPosted> byId = transactions().stream()
                .collect(Collectors.toMap(TransactionPosted::getEventId, Function.identity(), (one, same) -> one));
        List<TransactionPosted> reversals = byId.values().stream()
                .filter(fact -> fact.getReverses() != null)
                .toList();
        assertThat(reversals).hasSize((int) bank.counts().reversals()).isNotEmpty();
        for (TransactionPosted reversal : reversals) {
            TransactionPosted original =
                    Objects.requireNonNull(byId.get(reversal.getReverses().getEventId()));
            assertThat(reversal.getReverses().getOccurredAt()).isEqualTo(original.getOccurredAt());
            assertThat(reversal.getReverses().getAmount()).isEqualTo(original.getAmount());
            assertThat(reversal.getAmount()).isEqualTo(original.getAmount());
            assertThat(reversal.getAccountId()).isEqualTo(original.getAccountId());
            assertThat(reversal.getPurpose()).isEqualTo(original.getPurpose());
            assertThat(reversal.getInitiator()).isEqualTo(original.getInitiator());
            assertThat(reversal.getDirection()).isNotEqualTo(original.getDirection());
            assertThat(reversal.getOccurredAt()).isAfter(original.getOccurredAt());
        }
    }

    @Test
    void a_prospect_is_on_file_and_nothing_else() {
        Set<String> prospects = bank.truths().stream()
                .filter(truth -> truth.persona() == Persona.PROSPECT)
                .map(Truth::customerId)
                .collect(Collectors.toSet());
        assertThat(prospects).isNotEmpty();
        assertThat(facts)
                .filteredOn(fact -> prospects.contains(Objects.requireNonNull(FactRules.customerOf(fact))))
                .allMatch(CustomerProfiled.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(prospects.size());
    }

    @Test
    void who_is_gone_moves_no_money() {
        Map<String, Truth> truths =
                bank.truths().stream().collect(Collectors.toMap(Truth::customerId, Function.identity()));
        assertThat(truths.values()).anyMatch(truth -> truth.goneAsOf(bank.lastDay()));
        assertThat(transactions())
                .filteredOn(fact -> fact.getInitiator() == Initiator.CUSTOMER && fact.getReverses() == null)
                .noneMatch(fact -> {
                    Truth truth = Objects.requireNonNull(truths.get(fact.getCustomerId()));
                    // On the very day, closing all, the last money is sent away.
                    return truth.goneAsOf(dateOf(fact)) && !dateOf(fact).equals(truth.goneOn());
                });
    }

    @Test
    void the_truth_is_written_with_a_line_for_each_customer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("truth.csv");
        bank.writeTruths(file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(121);
        assertThat(lines.get(0)).isEqualTo("customerId,persona,fate,joinedOn,turnsOn,driftsFrom,goneOn,backOn");
        assertThat(lines.get(1)).startsWith("sim-000001,");
    }

    @Test
    void a_bank_without_customers_is_none() {
        assertThatThrownBy(() -> new SimulatedBank(0, 10, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SimulatedBank(10, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bank_of_one_day_is_one() {
        assertThat(days(new SimulatedBank(20, 1, 1))).hasSize(1);
    }

    private List<TransactionPosted> transactions() {
        return facts.stream()
                .filter(TransactionPosted.class::isInstance)
                .map(TransactionPosted.class::cast)
                .toList();
    }

    private static Set<String> ids(List<SpecificRecord> facts) {
        return facts.stream()
                .map(fact -> Objects.requireNonNull(FactRules.customerOf(fact)))
                .collect(Collectors.toSet());
    }

    private static LocalDate dateOf(SpecificRecord fact) {
        return LocalDate.ofInstant(Objects.requireNonNull(FactRules.occurredAt(fact)), ZoneOffset.UTC);
    }

    private static List<Day> days(SimulatedBank bank) {
        List<Day> days = new ArrayList<>();
        for (Iterator<Day> each = bank.days(); each.hasNext(); ) {
            days.add(each.next());
        }
        return days;
    }

    private static List<SpecificRecord> facts(List<Day> days) {
        return days.stream().flatMap(day -> day.facts().stream()).toList();
    }
}
