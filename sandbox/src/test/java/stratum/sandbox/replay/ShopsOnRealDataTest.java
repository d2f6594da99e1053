package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.History;
import stratum.schemas.FactRules;

/** The two shops that come with the project's data, against sums found by another program (Python's csv, decimal). */
class ShopsOnRealDataTest {

    @Test
    void the_online_retailer_has_5942_customers_and_44870_invoices_that_come_to_something() throws IOException {
        History retail = RetailHistory.open(RealData.folder("online-retail"), null);
        List<SpecificRecord> facts = Facts.of(retail);
        assertThat(retail.firstDay()).isEqualTo(LocalDate.of(2009, 12, 1));
        assertThat(retail.lastDay()).isEqualTo(LocalDate.of(2011, 12, 9));
        assertThat(Facts.only(HoldingChanged.class, facts)).hasSize(5_942);
        assertThat(Facts.only(TransactionPosted.class, facts)).hasSize(36_969 + 7_901);
        assertThat(Facts.sum(Direction.DEBIT, facts)).isEqualTo(1_743_153_316L);
        assertThat(Facts.sum(Direction.CREDIT, facts)).isEqualTo(108_788_214L);
        // Of 1,067,370 lines: 22,523 overlap, 235,287 have no customer, 9 belong to invoices that come to nothing.
        assertThat(retail.leftOut()).isEqualTo(22_523 + 235_287 + 9);
        assertThat(retail.badLines()).isEmpty();
        assertSound(facts);
    }

    @Test
    void cdnow_has_23570_customers_and_69659_rows_of_which_80_come_to_nothing() throws IOException {
        History cdnow = CdnowHistory.open(RealData.folder("cdnow"), null);
        List<SpecificRecord> facts = Facts.of(cdnow);
        assertThat(cdnow.firstDay()).isEqualTo(LocalDate.of(1997, 1, 1));
        assertThat(cdnow.lastDay()).isEqualTo(LocalDate.of(1998, 6, 30));
        assertThat(Facts.only(HoldingChanged.class, facts)).hasSize(23_570);
        assertThat(Facts.only(TransactionPosted.class, facts)).hasSize(69_659 - 80);
        assertThat(Facts.sum(Direction.DEBIT, facts)).isEqualTo(250_031_563L);
        assertThat(cdnow.leftOut()).isEqualTo(80);
        assertThat(cdnow.badLines()).isEmpty();
        assertSound(facts);
    }

    private static void assertSound(List<SpecificRecord> facts) {
        assertThat(facts.stream().filter(fact -> FactRules.violation(fact).isPresent()))
                .isEmpty();
        assertThat(facts.stream().map(FactRules::eventIdOf)).doesNotHaveDuplicates();
    }
}
