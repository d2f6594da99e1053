package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import stratum.events.CustomerProfiled;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.History;
import stratum.schemas.FactRules;

/** The slice of the Czech bank that comes with the project's data, against sums found by another program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BerkaSliceTest {

    private History berka;
    private List<SpecificRecord> facts;

    @BeforeAll
    void read() throws IOException {
        berka = BerkaHistory.open(RealData.folder("berka"), null);
        facts = Facts.of(berka);
    }

    @Test
    void it_begins_on_new_years_day_of_1993_and_ends_in_march_1994() {
        assertThat(berka.firstDay()).isEqualTo(LocalDate.of(1993, 1, 1));
        assertThat(berka.lastDay()).isEqualTo(LocalDate.of(1994, 3, 31));
    }

    @Test
    void every_row_is_published() {
        assertThat(Facts.only(TransactionPosted.class, facts)).hasSize(49_102);
        assertThat(berka.badLines()).isEmpty();
        assertThat(berka.leftOut()).isZero();
    }

    /** Counted with Python's csv module over the same files. */
    @Test
    void as_many_accounts_loans_and_cards_are_opened_as_by_then() {
        assertThat(Facts.only(CustomerProfiled.class, facts)).hasSize(1_229);
        assertThat(Facts.only(HoldingChanged.class, facts).stream()
                        .collect(Collectors.groupingBy(
                                holding -> holding.getFamily() + " " + holding.getStatus(), Collectors.counting())))
                .containsOnly(
                        java.util.Map.entry("DEPOSIT OPENED", 1_229L),
                        java.util.Map.entry("LOAN OPENED", 38L),
                        java.util.Map.entry("CARD OPENED", 6L));
    }

    /** Summed with Python's csv module and whole haler over the same file. */
    @Test
    void money_in_and_out_sums_to_what_the_file_says() {
        assertThat(Facts.sum(Direction.CREDIT, facts)).isEqualTo(17_736_629_630L);
        assertThat(Facts.sum(Direction.DEBIT, facts)).isEqualTo(13_812_015_350L);
    }

    @Test
    void no_fact_breaks_a_rule_and_no_id_comes_twice() {
        assertThat(facts)
                .allSatisfy(fact -> assertThat(FactRules.violations(fact)).isEmpty());
        assertThat(facts.stream().map(FactRules::eventIdOf)).doesNotHaveDuplicates();
    }
}
