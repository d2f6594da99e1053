package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.Initiator;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.BadLine;
import stratum.sandbox.feed.History;

class CdnowHistoryTest {

    private static final String MASTER = """
             customer_id  date number_of_cds  dollar_value
             00001 19970101  1   11.77
             00002 19970112  1   12.00
             00002 19970112  5   77.00
             00003 19970102  1    0.00
             00004 19970132  1   12.00
             00005 19970102  1   12.00   1
             00006 19970102  1   -2.00
             00001 19970114  1   29.3
            """;

    @TempDir
    Path path;

    @Test
    void each_row_is_a_purchase_a_second_after_the_one_before_of_the_same_day() throws IOException {
        assertThat(Facts.only(TransactionPosted.class, Facts.of(open())))
                .allMatch(purchase -> purchase.getDirection() == Direction.DEBIT)
                .allMatch(purchase -> purchase.getPurpose() == Purpose.CARD)
                .allMatch(purchase -> purchase.getInitiator() == Initiator.CUSTOMER)
                .allMatch(purchase -> purchase.getAmount().getCurrency().equals("USD"))
                .extracting(
                        TransactionPosted::getEventId,
                        TransactionPosted::getCustomerId,
                        purchase -> purchase.getOccurredAt().toString(),
                        purchase -> purchase.getAmount().getAmountMinor())
                .containsExactly(
                        tuple("cdnow-00001-19970101-1", "cdnow-00001", "1997-01-01T00:00:00Z", 1_177L),
                        tuple("cdnow-00002-19970112-1", "cdnow-00002", "1997-01-12T00:00:00Z", 1_200L),
                        tuple("cdnow-00002-19970112-2", "cdnow-00002", "1997-01-12T00:00:01Z", 7_700L),
                        tuple("cdnow-00001-19970114-1", "cdnow-00001", "1997-01-14T00:00:00Z", 2_930L));
    }

    @Test
    void an_account_opens_with_the_first_row_and_before_its_purchase() throws IOException {
        List<SpecificRecord> facts = Facts.of(open());
        assertThat(Facts.only(HoldingChanged.class, facts))
                .extracting(
                        HoldingChanged::getCustomerId,
                        holding -> holding.getOccurredAt().toString())
                .containsExactly(
                        tuple("cdnow-00001", "1997-01-01T00:00:00Z"),
                        tuple("cdnow-00003", "1997-01-02T00:00:00Z"),
                        tuple("cdnow-00002", "1997-01-12T00:00:00Z"));
        assertThat(facts.get(0)).isInstanceOf(HoldingChanged.class);
    }

    @Test
    void a_row_of_nothing_is_left_out_and_bad_lines_are_told() throws IOException {
        History cdnow = open();
        assertThat(cdnow.leftOut()).isEqualTo(1);
        assertThat(cdnow.badLines())
                .containsExactly(
                        bad(6, "date is '19970132'; it should be a date such as 970131 or 19970131"),
                        bad(7, "5 columns; there should be 4"),
                        bad(8, "dollar_value is '-2.00'; it should be an amount of 0 or more"));
    }

    @Test
    void a_missing_file_is_named_with_the_folder(@TempDir Path empty) {
        assertThatThrownBy(() -> CdnowHistory.open(empty, null))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no CDNOW_master.txt (plain, .xz or .gz) in %s.".formatted(empty));
    }

    private History open() throws IOException {
        new Folder(path).with("CDNOW_master.txt.gz", MASTER);
        return CdnowHistory.open(path, null);
    }

    private static BadLine bad(long line, String why) {
        return new BadLine("CDNOW_master.txt.gz", line, why);
    }
}
