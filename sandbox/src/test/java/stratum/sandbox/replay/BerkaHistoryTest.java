package stratum.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stratum.events.Channel;
import stratum.events.CustomerProfiled;
import stratum.events.HoldingChanged;
import stratum.events.HoldingStatus;
import stratum.events.Money;
import stratum.events.ProductFamily;
import stratum.events.Purpose;
import stratum.events.TransactionPosted;
import stratum.sandbox.feed.BadLine;
import stratum.sandbox.feed.Day;
import stratum.sandbox.feed.History;

class BerkaHistoryTest {

    private static final String TRANSACTIONS =
            "\"trans_id\";\"account_id\";\"date\";\"type\";\"operation\";\"amount\";\"balance\";\"k_symbol\";\"bank\";\"account\"\n";

    @TempDir
    Path path;

    private Folder folder;

    @BeforeEach
    void a_bank_of_two_accounts() {
        folder = new Folder(path)
                .with("client.asc", """
                        "client_id";"birth_number";"district_id"
                        11;"655622";7
                        12;"400203";8
                        13;"711225";9
                        """)
                .with("disp.asc", """
                        "disp_id";"client_id";"account_id";"type"
                        21;11;1;"OWNER"
                        22;12;2;"OWNER"
                        23;13;2;"DISPONENT"
                        """)
                .with("account.asc", """
                        "account_id";"district_id";"frequency";"date"
                        1;55;"POPLATEK MESICNE";930102
                        2;18;"POPLATEK TYDNE";930104
                        """)
                .with("loan.asc", """
                        "loan_id";"account_id";"date";"amount";"duration";"payments";"status"
                        31;1;930103;96396;1;8033.00;"A"
                        """)
                .with("card.asc", """
                        "card_id";"disp_id";"type";"issued"
                        41;22;"junior";930105 00:00:00
                        """);
    }

    @Test
    void the_owner_is_the_customer_with_birth_and_sex_from_the_birth_number() throws IOException {
        List<CustomerProfiled> profiles = Facts.only(CustomerProfiled.class, facts(rows("930106")));
        assertThat(profiles)
                .extracting(
                        CustomerProfiled::getCustomerId,
                        CustomerProfiled::getBirthDate,
                        CustomerProfiled::getSex,
                        CustomerProfiled::getBranch,
                        CustomerProfiled::getOccurredAt)
                .containsExactly(
                        tuple("berka-11", LocalDate.of(1965, 6, 22), "F", "55", Instant.parse("1993-01-02T00:00:00Z")),
                        tuple("berka-12", LocalDate.of(1940, 2, 3), "M", "18", Instant.parse("1993-01-04T00:00:00Z")));
    }

    @Test
    void accounts_loans_and_cards_are_holdings_and_a_loan_closes_when_its_months_are_over() throws IOException {
        List<HoldingChanged> holdings = Facts.only(HoldingChanged.class, facts(rows("930301")));
        assertThat(holdings)
                .extracting(
                        HoldingChanged::getEventId,
                        HoldingChanged::getCustomerId,
                        HoldingChanged::getAccountId,
                        HoldingChanged::getFamily,
                        HoldingChanged::getStatus,
                        HoldingChanged::getValue,
                        holding -> holding.getOccurredAt().toString())
                .containsExactly(
                        tuple(
                                "berka-account-1-opened",
                                "berka-11",
                                "berka-1",
                                ProductFamily.DEPOSIT,
                                HoldingStatus.OPENED,
                                null,
                                "1993-01-02T00:00:00Z"),
                        tuple(
                                "berka-loan-31-opened",
                                "berka-11",
                                "berka-loan-31",
                                ProductFamily.LOAN,
                                HoldingStatus.OPENED,
                                new Money(9_639_600L, "CZK"),
                                "1993-01-03T00:00:00Z"),
                        tuple(
                                "berka-account-2-opened",
                                "berka-12",
                                "berka-2",
                                ProductFamily.DEPOSIT,
                                HoldingStatus.OPENED,
                                null,
                                "1993-01-04T00:00:00Z"),
                        tuple(
                                "berka-card-41-opened",
                                "berka-12",
                                "berka-card-41",
                                ProductFamily.CARD,
                                HoldingStatus.OPENED,
                                null,
                                "1993-01-05T00:00:00Z"),
                        tuple(
                                "berka-loan-31-closed",
                                "berka-11",
                                "berka-loan-31",
                                ProductFamily.LOAN,
                                HoldingStatus.CLOSED,
                                new Money(0L, "CZK"),
                                "1993-02-03T00:00:00Z"));
    }

    @Test
    void nothing_that_happens_after_the_last_day_is_published() throws IOException {
        folder.with("trans.asc", TRANSACTIONS + row(1, "930103") + row(2, "930104"));
        History berka = open(LocalDate.of(1993, 1, 3));
        assertThat(berka.lastDay()).isEqualTo(LocalDate.of(1993, 1, 3));
        assertThat(Facts.of(berka))
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("CustomerProfiled", "HoldingChanged", "HoldingChanged", "TransactionPosted");
        assertThat(berka.leftOut()).isEqualTo(1);
    }

    @Test
    void every_business_day_comes_also_an_empty_one_and_one_after_the_data() throws IOException {
        folder.with("trans.asc", TRANSACTIONS + row(1, "930107"));
        History berka = open(LocalDate.of(1993, 1, 8));
        List<Day> days = new java.util.ArrayList<>();
        berka.days().forEachRemaining(days::add);
        assertThat(days)
                .extracting(
                        day -> day.date().getDayOfMonth(), day -> day.facts().size())
                .containsExactly(
                        tuple(2, 2), tuple(3, 1), tuple(4, 2), tuple(5, 1), tuple(6, 0), tuple(7, 1), tuple(8, 0));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3} {4} {5} by {6}")
    @CsvSource(nullValues = "-", textBlock = """
                    PRIJEM, VKLAD,                      '',                                    CREDIT, CASH,           BRANCH, CUSTOMER
                    PRIJEM, '',                         UROK,                                  CREDIT, INTEREST,       OTHER,  BANK
                    PRIJEM, PREVOD Z UCTU,              '',                                    CREDIT, TRANSFER_IN,    OTHER,  CUSTOMER
                    PRIJEM, PREVOD Z UCTU,              DUCHOD,                                CREDIT, PENSION,        OTHER,  CUSTOMER
                    VYDAJ,  PREVOD NA UCET,             SIPO,                                  DEBIT,  STANDING_ORDER, OTHER,  CUSTOMER
                    VYDAJ,  PREVOD NA UCET,             ' ',                                   DEBIT,  TRANSFER_OUT,   OTHER,  CUSTOMER
                    VYDAJ,  PREVOD NA UCET,             POJISTNE,                              DEBIT,  INSURANCE,      OTHER,  CUSTOMER
                    VYDAJ,  PREVOD NA UCET,             UVER,                                  DEBIT,  LOAN_PAYMENT,   OTHER,  CUSTOMER
                    VYDAJ,  VYBER,                      '',                                    DEBIT,  CASH,           BRANCH, CUSTOMER
                    VYBER,  VYBER,                      '',                                    DEBIT,  CASH,           BRANCH, CUSTOMER
                    VYDAJ,  VYBER,                      SLUZBY,                                DEBIT,  FEE,            BRANCH, BANK
                    VYDAJ,  VYBER,                      SANKC. UROK,                           DEBIT,  PENALTY,        BRANCH, BANK
                    VYDAJ,  VYBER KARTOU,               '',                                    DEBIT,  CARD,           CARD,   CUSTOMER
                    VYDAJ,  '',                         '',                                    DEBIT,  OTHER,          OTHER,  CUSTOMER
                    credit, collection from another bank, '',                                  CREDIT, TRANSFER_IN,    OTHER,  CUSTOMER
                    credit, '',                         interest credited,                     CREDIT, INTEREST,       OTHER,  BANK
                    withdrawal, remittance to another bank, household,                         DEBIT,  STANDING_ORDER, OTHER,  CUSTOMER
                    withdrawal, remittance to another bank, insurrance payment,                DEBIT,  INSURANCE,      OTHER,  CUSTOMER
                    withdrawal, withdrawal in cash,     payment for statement,                 DEBIT,  FEE,            BRANCH, BANK
                    withdrawal, withdrawal in cash,     sanction interest if negative balance, DEBIT,  PENALTY,        BRANCH, BANK
                    withdrawal in cash, withdrawal in cash, '',                                DEBIT,  CASH,           BRANCH, CUSTOMER
                    withdrawal, credit card withdrawal, '',                                    DEBIT,  CARD,           CARD,   CUSTOMER
                    """)
    void type_operation_and_symbol_say_what_a_transaction_is(
            String type,
            String operation,
            String symbol,
            String direction,
            Purpose purpose,
            Channel channel,
            String initiator)
            throws IOException {
        TransactionPosted fact =
                transaction("7;1;930102;\"%s\";\"%s\";700.50;1234.00;\"%s\";;\n".formatted(type, operation, symbol));
        assertThat(fact.getDirection()).hasToString(direction);
        assertThat(fact.getPurpose()).isEqualTo(purpose);
        assertThat(fact.getChannel()).isEqualTo(channel);
        assertThat(fact.getInitiator()).hasToString(initiator);
    }

    @Test
    void amounts_are_in_haler_and_the_other_bank_is_told() throws IOException {
        TransactionPosted fact = transaction("7;1;930102;\"VYDAJ\";\"PREVOD NA UCET\";700.50;-12.3;\"\";\"AB\";123\n");
        assertThat(fact.getAmount()).isEqualTo(new Money(70_050L, "CZK"));
        assertThat(fact.getBalanceAfter()).isEqualTo(new Money(-1_230L, "CZK"));
        assertThat(fact.getCounterpartyBank()).isEqualTo("AB");
        assertThat(fact.getEventId()).isEqualTo("berka-trans-7");
        assertThat(fact.getCustomerId()).isEqualTo("berka-11");
        assertThat(fact.getAccountId()).isEqualTo("berka-1");
        assertThat(fact.getProductFamily()).isEqualTo(ProductFamily.DEPOSIT);
    }

    @Test
    void each_row_of_an_account_and_day_is_a_second_later_in_the_order_of_the_file() throws IOException {
        String rows = row(9, "930105") + "8;2;930105;\"PRIJEM\";\"VKLAD\";1.00;1.00;\"\";;\n" + row(7, "930105")
                + row(6, "930104") + row(5, "930105");
        folder.with("trans.asc", TRANSACTIONS + rows);
        assertThat(Facts.only(TransactionPosted.class, Facts.of(open(null))))
                .extracting(
                        TransactionPosted::getEventId,
                        fact -> fact.getOccurredAt().toString())
                .containsExactly(
                        tuple("berka-trans-6", "1993-01-04T00:00:00Z"),
                        tuple("berka-trans-8", "1993-01-05T00:00:00Z"),
                        tuple("berka-trans-9", "1993-01-05T00:00:00Z"),
                        tuple("berka-trans-7", "1993-01-05T00:00:01Z"),
                        tuple("berka-trans-5", "1993-01-05T00:00:02Z"));
    }

    @Test
    void a_row_that_moves_no_money_is_left_out_but_takes_its_second() throws IOException {
        folder.with("trans.asc", TRANSACTIONS + "1;1;930102;\"PRIJEM\";\"\";0.00;5.00;\"UROK\";;\n" + row(2, "930102"));
        History berka = open(null);
        assertThat(Facts.only(TransactionPosted.class, Facts.of(berka)))
                .extracting(fact -> fact.getOccurredAt().toString())
                .containsExactly("1993-01-02T00:00:01Z");
        assertThat(berka.leftOut()).isEqualTo(1);
    }

    @Test
    void slices_of_the_transactions_are_read_one_after_the_other_and_a_row_in_two_of_them_once() throws IOException {
        folder.with("trans_a.asc.gz", TRANSACTIONS + row(1, "930102") + row(2, "930103"))
                .with("trans_b.asc.xz", TRANSACTIONS + row(2, "930103") + row(3, "930104"));
        History berka = open(null);
        assertThat(Facts.only(TransactionPosted.class, Facts.of(berka)))
                .extracting(TransactionPosted::getEventId)
                .containsExactly("berka-trans-1", "berka-trans-2", "berka-trans-3");
        assertThat(berka.leftOut()).isEqualTo(1);
    }

    @Test
    void where_there_is_no_slice_the_loan_accounts_are_read() throws IOException {
        folder.with("ecac_trans_test.csv", """
                trans_id;account_id;date;type;operation;amount;balance;k_symbol;bank;account
                6145;1;960728;credit;credit in cash;900.00;900.00;;;
                """);
        assertThat(Facts.only(TransactionPosted.class, Facts.of(open(null))))
                .extracting(TransactionPosted::getEventId)
                .containsExactly("berka-trans-6145");
    }

    @Test
    void bad_lines_are_told_with_file_line_and_what_would_be_right_and_stop_nothing() throws IOException {
        folder.with(
                "trans.asc.gz",
                TRANSACTIONS
                        + row(1, "930102")
                        + "2;1;930102;\"PRIJEM\";\"VKLAD\"\n"
                        + "3;1;931402;\"PRIJEM\";\"VKLAD\";1.00;1.00;\"\";;\n"
                        + "4;1;930102;\"PRIJEM\";\"VKLAD\";a lot;1.00;\"\";;\n"
                        + "5;1;930102;\"DAR\";\"VKLAD\";1.00;1.00;\"\";;\n"
                        + "6;99;930102;\"PRIJEM\";\"VKLAD\";1.00;1.00;\"\";;\n"
                        + "7;1;930102;\"PRIJEM\";\"VKLAD\";-1.00;1.00;\"\";;\n"
                        + "8;1;930102;\"PRIJEM\";\"VKLAD;1.00;1.00;\"\";;\n"
                        + row(9, "930102"));
        History berka = open(null);
        assertThat(Facts.only(TransactionPosted.class, Facts.of(berka)))
                .extracting(TransactionPosted::getEventId)
                .containsExactly("berka-trans-1", "berka-trans-9");
        assertThat(berka.badLines())
                .containsExactly(
                        bad("trans.asc.gz", 3, "5 columns; there should be 10"),
                        bad("trans.asc.gz", 4, "date is '931402'; it should be a date such as 970131 or 19970131"),
                        bad("trans.asc.gz", 5, "amount is 'a lot'; it should be a number such as 1234.50"),
                        bad(
                                "trans.asc.gz",
                                6,
                                "type is 'DAR'; it should be PRIJEM, VYDAJ or VYBER (or credit, withdrawal)"),
                        bad("trans.asc.gz", 7, "account 99 is not known, or has no owner"),
                        bad("trans.asc.gz", 8, "amount is '-1.00'; it should be an amount of 0 or more"),
                        bad("trans.asc.gz", 9, "a quote is not closed, or stands where none may be"));
    }

    @Test
    void an_account_without_an_owner_is_told_and_so_is_all_that_hangs_on_it() throws IOException {
        folder.with("disp.asc", """
                        "disp_id";"client_id";"account_id";"type"
                        21;11;1;"OWNER"
                        23;13;2;"DISPONENT"
                        24;77;2;"OWNER"
                        """).with("trans.asc", TRANSACTIONS + row(1, "930106"));
        assertThat(open(null).badLines())
                .containsExactly(
                        bad("disp.asc", 4, "client 77, who is to own account 2, is not known"),
                        bad("account.asc", 3, "account 2 has no owner"),
                        bad("card.asc", 2, "disp_id is '22'; it should be the disposition of an owner"));
    }

    @Test
    void a_birth_number_that_is_no_date_is_told() throws IOException {
        folder.with("client.asc", "\"client_id\";\"birth_number\";\"district_id\"\n11;\"656322\";7\n12;\"400203\";8\n")
                .with("trans.asc", TRANSACTIONS + "1;2;930106;\"PRIJEM\";\"VKLAD\";1.00;1.00;\"\";;\n");
        assertThat(open(null).badLines().get(0))
                .isEqualTo(bad(
                        "client.asc",
                        2,
                        "birth_number is '656322'; it should be YYMMDD, with 50 added to the month for women"));
    }

    @Test
    void a_missing_file_is_named_with_the_folder() {
        assertThatThrownBy(() -> open(null))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no ecac_trans_test.csv (plain, .xz or .gz) in %s.".formatted(path));
        assertThatThrownBy(() -> BerkaHistory.open(path.resolve("nowhere"), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_file_that_lacks_a_column_is_refused() {
        folder.with("trans.asc", "\"trans_id\";\"account_id\"\n1;2\n");
        assertThatThrownBy(() -> open(null))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("has no column date in its first line.");
    }

    @Test
    void a_last_day_before_the_first_is_refused() {
        folder.with("trans.asc", TRANSACTIONS + row(1, "930106"));
        assertThatThrownBy(() -> open(LocalDate.of(1992, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Berka begins on 1993-01-02, after 1992-12-31.");
    }

    private History open(@Nullable LocalDate until) throws IOException {
        return BerkaHistory.open(path, until);
    }

    private static BadLine bad(String file, long line, String why) {
        return new BadLine(file, line, why);
    }

    private static String row(int id, String date) {
        return "%d;1;%s;\"PRIJEM\";\"VKLAD\";700.00;700.00;\"\";;\n".formatted(id, date);
    }

    private static String rows(String lastDay) {
        return row(1, "930102") + row(2, lastDay);
    }

    private List<SpecificRecord> facts(String rows) throws IOException {
        folder.with("trans.asc", TRANSACTIONS + rows);
        return Facts.of(open(null));
    }

    private TransactionPosted transaction(String row) throws IOException {
        return Facts.only(TransactionPosted.class, facts(row)).get(0);
    }
}
