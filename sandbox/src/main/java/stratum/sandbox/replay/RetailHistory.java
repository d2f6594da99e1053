package stratum.sandbox.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.History;

/**
 * The online shop of UCI's Online Retail I and II: one transaction per invoice.
 *
 * <p>What the data leaves open, decided here:
 *
 * <ul>
 *   <li>Both files are read as one stream. Of the older, rows from 2010-12-01 on are left out, for the newer has them.
 *   <li>Lines of one invoice may be a minute apart; the invoice's time is that of its first line.
 *   <li>Fractions of a penny (a few prices have three decimals) are rounded half up in the invoice's sum, not before.
 *   <li>An invoice that comes to nothing makes no transaction, but the customer was there: her account opens with her
 *       first invoice, whatever it came to. The account has the id of the customer, its opening the event id
 *       {@code retail-<CustomerID>-opened}.
 *   <li>Left out is counted in lines: overlap, no customer, an invoice without a sum, and, in invoices, what lies after
 *       the last day.
 * </ul>
 *
 * <p>Lines are added up as they are read; what stays in memory is an entry of about 200 bytes for each of 45,000
 * invoices, not the 1,067,370 lines.
 */
final class RetailHistory {

    private static final String CURRENCY = "GBP";
    private static final String NEWER = "online_retail_2010-12_2011-12.csv";
    private static final String OLDER = "online_retail_II_2009-12_2010-12.csv";
    private static final LocalDate NEWER_BEGINS = LocalDate.of(2010, 12, 1);
    private static final List<String> COLUMNS =
            List.of("InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID");

    private final Reading reading = new Reading();
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Shop shop = new Shop(CURRENCY);

    private RetailHistory(Path folder) throws IOException {
        RawFile newer = RawFile.named(folder, NEWER);
        RawFile older = RawFile.named(folder, OLDER);
        reading.table(older, Layout.separatedBy(','), COLUMNS, row -> line(row, true));
        reading.table(newer, Layout.separatedBy(','), COLUMNS, row -> line(row, false));
        invoices.forEach(this::settle);
        invoices.clear();
    }

    /**
     * Reads the folder.
     *
     * @param until the last business day; none for the last day of the data
     * @throws IOException if a file is missing or is not what its name says
     */
    static History open(Path folder, @Nullable LocalDate until) throws IOException {
        return new RetailHistory(folder).until(until);
    }

    private History until(@Nullable LocalDate until) {
        Period period = shop.close("Retail", until);
        reading.leaveOut(shop.purchasesAfter(period.last()));
        return new RecordedHistory("retail", CURRENCY, period, reading, shop::facts);
    }

    /** An invoice as far as it has been read. */
    private static final class Invoice {
        private final String customer;
        private final Instant at;
        private BigDecimal pounds = BigDecimal.ZERO;
        private int lines;

        Invoice(String customer, Instant at) {
            this.customer = customer;
            this.at = at;
        }

        void add(BigDecimal amount) {
            pounds = pounds.add(amount);
            lines++;
        }

        long pence() {
            return pounds.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
    }

    private void line(Row row, boolean endsWhereNewerBegins) throws Row.Unreadable {
        Instant at = row.dateTime("InvoiceDate").toInstant(ZoneOffset.UTC);
        boolean overlaps = endsWhereNewerBegins
                && !at.isBefore(NEWER_BEGINS.atStartOfDay(Period.ZONE).toInstant());
        String customer = row.text("CustomerID");
        if (overlaps || customer.isEmpty()) {
            reading.leaveOut();
            return;
        }
        String number = number(row);
        BigDecimal amount = row.decimal("UnitPrice").multiply(BigDecimal.valueOf(row.number("Quantity")));
        Invoice invoice = invoices.computeIfAbsent(number, first -> new Invoice(customer, at));
        if (!invoice.customer.equals(customer)) {
            throw row.wrong("CustomerID", "%s, as in the invoice's first line".formatted(invoice.customer));
        }
        invoice.add(amount);
    }

    private static String number(Row row) throws Row.Unreadable {
        String number = row.id("InvoiceNo");
        if (!Character.isDigit(number.charAt(0)) && !isRefund(number)) {
            throw row.wrong("InvoiceNo", "a number, or C and a number");
        }
        return number;
    }

    private static boolean isRefund(String number) {
        return number.startsWith("C");
    }

    private void settle(String number, Invoice invoice) {
        String customer = "retail-" + invoice.customer;
        shop.visited(customer, invoice.at);
        long pence = isRefund(number) ? Math.abs(invoice.pence()) : invoice.pence();
        if (pence > 0) {
            shop.bought(new Purchase("retail-" + number, customer, invoice.at, isRefund(number), pence));
        } else {
            reading.leaveOut(invoice.lines);
        }
    }
}
