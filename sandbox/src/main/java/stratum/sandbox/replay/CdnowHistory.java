package stratum.sandbox.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.BadLine;
import stratum.sandbox.feed.Day;
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
public final class CdnowHistory implements History {

    private static final String CURRENCY = "USD";
    private static final List<String> COLUMNS = List.of("customer_id", "date", "dollar_value");

    private final Reading reading = new Reading();
    private final Map<String, Integer> rowsOfTheDay = new HashMap<>();
    private final Shop shop = new Shop(CURRENCY);
    private final Period period;

    private CdnowHistory(Path folder, @Nullable LocalDate until) throws IOException {
        RawFile master = RawFile.named(folder, "CDNOW_master.txt");
        reading.table(master, Layout.separatedByBlanks(), COLUMNS, this::row);
        rowsOfTheDay.clear();
        period = shop.close("CDNOW", until);
        reading.leaveOut(shop.purchasesAfter(period.last()));
    }

    /**
     * Reads the folder.
     *
     * @param until the last business day; none for the last day of the data
     * @throws IOException if the file is missing or is not what its name says
     */
    public static CdnowHistory open(Path folder, @Nullable LocalDate until) throws IOException {
        return new CdnowHistory(folder, until);
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
        Instant at = date.atStartOfDay(Shop.ZONE).plusSeconds(number - 1L).toInstant();
        shop.visited(customer, at);
        if (cents > 0) {
            shop.bought(new Purchase(rowId + "-" + number, customer, at, false, cents));
        } else {
            reading.leaveOut();
        }
    }

    @Override
    public String name() {
        return "cdnow";
    }

    @Override
    public String currency() {
        return CURRENCY;
    }

    @Override
    public ZoneId zone() {
        return Shop.ZONE;
    }

    @Override
    public LocalDate firstDay() {
        return period.first();
    }

    @Override
    public LocalDate lastDay() {
        return period.last();
    }

    @Override
    public Iterator<Day> days() {
        return shop.days(period);
    }

    @Override
    public List<BadLine> badLines() {
        return reading.badLines();
    }

    @Override
    public long leftOut() {
        return reading.leftOut();
    }
}
