package stratum.sandbox.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.History;

/**
 * The Czech bank of PKDD'99 (Berka and Sochorova). A customer is the owner of an account.
 *
 * <p>What the data leaves open, decided here:
 *
 * <ul>
 *   <li>The profile and the account come at 00:00 UTC of the day on which the account was opened, loans and cards at
 *       00:00 UTC of theirs. Event ids: {@code berka-profile-<client>-<account>}, {@code berka-account-<id>-opened},
 *       {@code berka-loan-<id>-opened} and {@code -closed}, {@code berka-card-<id>-opened}; loans and cards are held as
 *       {@code berka-loan-<id>} and {@code berka-card-<id>}.
 *   <li>The balance of an account is known from its first transaction on; a loan is closed with nothing owed.
 *   <li>The channel is told by the operation, whatever the payment is for: household money drawn in cash is BRANCH.
 *   <li>A row without an amount moves no money, a number seen before is the same row again (two slices of the table
 *       overlap), and a row after the last day has not happened yet: each is counted as left out.
 *   <li>Nothing is known of consent, so nobody has given any.
 * </ul>
 *
 * <p>All rows are held, at about 60 bytes each: 60 MB for the full table of 1,056,320. They may come in any order.
 */
public final class BerkaHistory {

    static final String CURRENCY = "CZK";

    private static final List<String> COLUMNS =
            List.of("trans_id", "account_id", "date", "type", "operation", "amount", "balance", "k_symbol", "bank");

    private final Reading reading = new Reading();
    private final BerkaBooks books;
    private final Calendar<BerkaEntry> entries = new Calendar<>();
    private final Map<BerkaEntry.Sort, BerkaEntry.Sort> sorts = new HashMap<>();
    private final Map<String, String> banks = new HashMap<>();
    private final BitSet seen = new BitSet();

    private BerkaHistory(Path folder) throws IOException {
        books = BerkaBooks.read(folder, reading);
        for (RawFile file : transactions(folder)) {
            reading.table(file, Layout.separatedBy(';'), COLUMNS, this::entry);
        }
    }

    /**
     * Reads the folder.
     *
     * @param until the last business day; none for the last day of the transactions
     * @throws IOException if a table is missing or is not what its name says
     */
    public static History open(Path folder, @Nullable LocalDate until) throws IOException {
        return new BerkaHistory(folder).until(until);
    }

    private History until(@Nullable LocalDate until) {
        Period period = Period.of("Berka", earliest(books.holdings().first(), entries.first()), entries.last(), until);
        reading.leaveOut(entries.after(period.last()));
        return new RecordedHistory("berka", CURRENCY, period, reading, this::facts);
    }

    private static List<RawFile> transactions(Path folder) throws IOException {
        List<RawFile> slices = RawFile.like(folder, "trans", ".asc");
        return slices.isEmpty() ? List.of(RawFile.named(folder, "ecac_trans_test.csv")) : slices;
    }

    private void entry(Row row) throws Row.Unreadable {
        int id = row.number("trans_id");
        int number = row.number("account_id");
        LocalDate date = row.date("date");
        BerkaBooks.Account account = books.account(number);
        if (account == null) {
            throw new Row.Unreadable("account %d is not known, or has no owner".formatted(number));
        }
        BerkaEntry entry = new BerkaEntry(
                id, account, shared(BerkaEntry.Sort.of(row)), amount(row), row.hundredths("balance"), bank(row));
        if (id < 0 || seen.get(id)) {
            reading.leaveOut();
            return;
        }
        seen.set(id);
        entries.add(date, entry);
        if (!entry.movesMoney()) {
            reading.leaveOut();
        }
    }

    private static long amount(Row row) throws Row.Unreadable {
        long amount = row.hundredths("amount");
        if (amount < 0) {
            throw row.wrong("amount", "an amount of 0 or more");
        }
        return amount;
    }

    private BerkaEntry.Sort shared(BerkaEntry.Sort sort) {
        return sorts.computeIfAbsent(sort, same -> same);
    }

    private @Nullable String bank(Row row) {
        String bank = row.text("bank");
        return bank.isEmpty() ? null : banks.computeIfAbsent(bank, same -> same);
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    static String customerId(BerkaBooks.Account account) {
        return "berka-" + account.owner().client();
    }

    static String accountId(BerkaBooks.Account account) {
        return "berka-" + account.id();
    }

    static Instant startOf(LocalDate date) {
        return date.atStartOfDay(Period.ZONE).toInstant();
    }

    private List<SpecificRecord> facts(LocalDate date) {
        List<SpecificRecord> facts = new ArrayList<>();
        books.holdings().on(date).forEach(holding -> facts.add(holding.fact()));
        Map<BerkaBooks.Account, Integer> earlier = new HashMap<>();
        for (BerkaEntry entry : entries.on(date)) {
            int rows = earlier.merge(entry.account(), 1, Integer::sum) - 1;
            if (entry.movesMoney()) {
                facts.add(entry.fact(startOf(date).plusSeconds(rows)));
            }
        }
        return facts;
    }
}
