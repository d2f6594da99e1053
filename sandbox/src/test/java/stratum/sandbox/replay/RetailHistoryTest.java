package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.events.Channel;
import stratum.events.Direction;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Initiator;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.BadLine;
import stratum.sandbox.feed.History;

class RetailHistoryTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String OLDER = "online_retail_II_2009-12_2010-12.csv";
    private static final String NEWER = "online_retail_2010-12_2011-12.csv";

    @TempDir
    Path path;

    private Folder folder;

    @BeforeEach
    void two_empty_files() {
        folder = new Folder(path).with(OLDER, HEADER).with(NEWER, HEADER);
    }

    @Test
    void an_invoice_is_one_payment_of_the_sum_of_its_lines_at_its_own_time() throws IOException {
        older("""
                500001,A,"MUG, ""RED"" ",3,2009-12-01T07:45:00,2.55,13085,France
                500001,B,PLATE,2,2009-12-01T07:46:00,1.10,13085,France
                500001,C,FREE GIFT,1,2009-12-01T07:46:00,0,13085,France
                """);
        List<TransactionPosted> payments = payments();
        assertThat(payments)
                .singleElement()
                .returns("retail-500001", TransactionPosted::getEventId)
                .returns("retail-13085", TransactionPosted::getCustomerId)
                .returns("retail-13085", TransactionPosted::getAccountId)
                .returns(new Money(985L, "GBP"), TransactionPosted::getAmount)
                .returns(Direction.DEBIT, TransactionPosted::getDirection)
                .returns(Purpose.CARD, TransactionPosted::getPurpose)
                .returns(Channel.WEB, TransactionPosted::getChannel)
                .returns(Initiator.CUSTOMER, TransactionPosted::getInitiator)
                .returns(ProductFamily.PAYMENT, TransactionPosted::getProductFamily)
                .returns(
                        "2009-12-01T07:45:00Z",
                        payment -> payment.getOccurredAt().toString());
        assertThat(payments.get(0).getBalanceAfter()).isNull();
    }

    @Test
    void a_cancellation_is_a_refund_by_the_bank() throws IOException {
        older("C500002,A,MUG,-3,2009-12-02T10:00:00,2.55,13085,France\n");
        assertThat(payments())
                .singleElement()
                .returns("retail-C500002", TransactionPosted::getEventId)
                .returns(new Money(765L, "GBP"), TransactionPosted::getAmount)
                .returns(Direction.CREDIT, TransactionPosted::getDirection)
                .returns(Purpose.OTHER, TransactionPosted::getPurpose)
                .returns(Initiator.BANK, TransactionPosted::getInitiator);
    }

    @Test
    void fractions_of_a_penny_are_rounded_in_the_sum() throws IOException {
        older("""
                500001,A,MUG,1,2009-12-01T07:45:00,0.004,13085,France
                500001,B,MUG,1,2009-12-01T07:45:00,0.001,13085,France
                500001,C,MUG,1,2009-12-01T07:45:00,1.00,13085,France
                """);
        assertThat(payments()).singleElement().returns(new Money(101L, "GBP"), TransactionPosted::getAmount);
    }

    @Test
    void an_account_opens_with_the_first_invoice_even_one_that_comes_to_nothing() throws IOException {
        older("""
                500001,A,GIFT,1,2009-12-01T07:45:00,0,13085,France
                500002,A,MUG,1,2009-12-03T07:45:00,1.00,13085,France
                """);
        History retail = open();
        assertThat(Facts.only(HoldingChanged.class, Facts.of(retail)))
                .singleElement()
                .returns("retail-13085-opened", HoldingChanged::getEventId)
                .returns(ProductFamily.PAYMENT, HoldingChanged::getFamily)
                .returns(HoldingStatus.OPENED, HoldingChanged::getStatus)
                .returns(
                        "2009-12-01T07:45:00Z",
                        holding -> holding.getOccurredAt().toString());
        assertThat(Facts.only(TransactionPosted.class, Facts.of(retail))).hasSize(1);
        assertThat(retail.leftOut()).isEqualTo(1);
    }

    @Test
    void rows_of_the_older_file_that_the_newer_has_too_are_left_out() throws IOException {
        older("""
                500001,A,MUG,1,2010-11-30T23:59:00,1.00,13085,France
                500002,A,MUG,1,2010-12-01T00:00:00,1.00,13085,France
                """);
        folder.with(NEWER, HEADER + "500002,A,MUG,2,2010-12-01T00:00:00,1.00,13085,France\n");
        History retail = open();
        assertThat(Facts.only(TransactionPosted.class, Facts.of(retail)))
                .extracting(
                        TransactionPosted::getEventId,
                        payment -> payment.getAmount().getAmountMinor())
                .containsExactly(tuple("retail-500001", 100L), tuple("retail-500002", 200L));
        assertThat(retail.leftOut()).isEqualTo(1);
    }

    @Test
    void rows_without_a_customer_are_counted_and_left_out() throws IOException {
        older("""
                500001,A,MUG,1,2009-12-01T07:45:00,1.00,,France
                A500003,B,Adjust bad debt,1,2009-12-01T07:45:00,-5000.00,,France
                500002,A,MUG,1,2009-12-01T07:45:00,1.00,13085,France
                """);
        History retail = open();
        assertThat(Facts.only(TransactionPosted.class, Facts.of(retail))).hasSize(1);
        assertThat(retail.leftOut()).isEqualTo(2);
        assertThat(retail.badLines()).isEmpty();
    }

    @Test
    void bad_lines_are_told_and_stop_nothing() throws IOException {
        older("""
                500001,A,MUG,1,2009-12-01T07:45:00,1.00,13085,France
                500001,A,MUG,one,2009-12-01T07:45:00,1.00,13085,France
                500001,A,MUG,1,yesterday,1.00,13085,France
                500001,A,MUG,1,2009-12-01T07:45:00,1.00,13099,France
                500001,A,"MUG,1,2009-12-01T07:45:00,1.00,13085,France
                X50001,A,MUG,1,2009-12-01T07:45:00,1.00,13085,France
                500001,A,MUG,1,2009-12-01T07:45:00,1.00
                500001,A,MUG,1,2009-12-01T07:45:00,1.00,13085,France
                """);
        History retail = open();
        assertThat(Facts.only(TransactionPosted.class, Facts.of(retail)))
                .singleElement()
                .returns(new Money(200L, "GBP"), TransactionPosted::getAmount);
        assertThat(retail.badLines())
                .containsExactly(
                        bad(3, "Quantity is 'one'; it should be a whole number"),
                        bad(4, "InvoiceDate is 'yesterday'; it should be a date and time such as 2010-12-01T08:26:00"),
                        bad(5, "CustomerID is '13099'; it should be 13085, as in the invoice's first line"),
                        bad(6, "a quote is not closed, or stands where none may be"),
                        bad(7, "InvoiceNo is 'X50001'; it should be a number, or C and a number"),
                        bad(8, "6 columns; there should be 8"));
    }

    @Test
    void it_ends_on_the_day_asked_for() throws IOException {
        older("""
                500001,A,MUG,1,2009-12-01T07:45:00,1.00,13085,France
                500002,A,MUG,1,2009-12-05T07:45:00,1.00,13086,France
                """);
        History retail = RetailHistory.open(path, LocalDate.of(2009, 12, 3));
        assertThat(retail.lastDay()).isEqualTo(LocalDate.of(2009, 12, 3));
        assertThat(Facts.of(retail)).hasSize(2);
        assertThat(retail.leftOut()).isEqualTo(1);
    }

    @Test
    void a_missing_file_is_named_with_the_folder(@TempDir Path empty) {
        assertThatThrownBy(() -> RetailHistory.open(empty, null))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no %s (plain, .xz or .gz) in %s.".formatted(NEWER, empty));
    }

    @Test
    void files_without_a_single_row_make_no_history() {
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Retail: not one row could be read.");
    }

    private void older(String rows) {
        folder.with(OLDER, HEADER + rows);
    }

    private History open() throws IOException {
        return RetailHistory.open(path, null);
    }

    private List<TransactionPosted> payments() throws IOException {
        return Facts.only(TransactionPosted.class, Facts.of(open()));
    }

    private static BadLine bad(long line, String why) {
        return new BadLine(OLDER, line, why);
    }
}
