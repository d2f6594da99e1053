package stratum.sandbox.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.History;

/**
 * The purchases of CDNOW's new customers of early 1997: one transaction per row.
 *
 * <p>What the data leaves open, decided here: the event id is {@code cdnow-<customer>-<YYYYMMDD>-<n>}, n counting the
 * rows of that customer and day from 1; the channel is WEB, for it was an online shop. A row of 0.00 moves no money and
 * is counted as left out, as are rows after the last day, but the customer was there: her account (which has her id,
 * and the event id {@code cdnow-<customer>-opened}) opens with her first row.
 *
 * <p>All 69,659 rows are held, at about 200 bytes each.
 */
final class CdnowHistory {

    private static final String CURRENCY = "USD";
    private static final List<String> COLUMNS = List.of("customer_id", "date", "dollar_value");

    private final Reading reading = new Reading();
    private final Map<String, Integer> rowsOfTheDay = new HashMap<>();
    private final Shop shop = new Shop(CURRENCY);

    private CdnowHistory(Path folder) throws IOException {
        RawFile master = RawFile.named(folder, "CDNOW_master.txt");
        reading.table(master, Layout.separatedByBlanks(), COLUMNS, this::row);
        rowsOfTheDay.clear();
    }

    /**
     * Reads the folder.
     *
     * @param until the last business day; none for the last day of the data
     * @throws IOException if the file is missing or is not what its name says
     */
    static History open(Path folder, @Nullable LocalDate until) throws IOException {
        return new CdnowHistory(folder).until(until);
    }

    private History until(@Nullable LocalDate until) {
        Period period = shop.close("CDNOW", until);
        reading.leaveOut(shop.purchasesAfter(period.last()));
        return new RecordedHistory("cdnow", CURRENCY, period, reading, shop::facts);
    }

    private void row(Row row) throws Row.Unreadable {
        String customer = "cdnow-" + row.id("customer_id");
        LocalDate date = row.date("date");
        long cents = row.hundredths("dollar_value");
        if (cents < 0) {
            throw row.wrong("dollar_value", "an amount of 0 or more");
        }
        String rowId = customer + "-" + row.text("date");
        int number = rowsOfTheDay.merge(rowId, 1, Integer::sum);
        Instant at = date.atStartOfDay(Period.ZONE).plusSeconds(number - 1L).toInstant();
        shop.visited(customer, at);
        if (cents > 0) {
            shop.bought(new Purchase(rowId + "-" + number, customer, at, false, cents));
        } else {
            reading.leaveOut();
        }
    }
}
