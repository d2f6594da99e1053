package stratum.sandbox.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the Czech bank's customers are and what they hold: every table but the transactions. */
final class BerkaBooks {

    private static final int WOMAN = 50;

    private final Map<Integer, Person> persons = new HashMap<>();
    private final Map<Integer, Ownership> ownersByAccount = new HashMap<>();
    private final Map<Integer, Integer> accountsByDisposition = new HashMap<>();
    private final Map<Integer, Account> accounts = new HashMap<>();
    private final Calendar<BerkaHolding> holdings = new Calendar<>();
    private final Reading reading;

    private BerkaBooks(Reading reading) {
        this.reading = reading;
    }

    record Person(int client, LocalDate born, String sex) {}

    record Account(int id, LocalDate opened, String district, Person owner) {}

    private record Ownership(int client, int disposition) {}

    static BerkaBooks read(Path folder, Reading reading) throws IOException {
        BerkaBooks books = new BerkaBooks(reading);
        books.table(folder, "client.asc", List.of("client_id", "birth_number"), books::person);
        books.table(folder, "disp.asc", List.of("disp_id", "client_id", "account_id", "type"), books::disposition);
        books.table(folder, "account.asc", List.of("account_id", "district_id", "date"), books::account);
        books.table(folder, "loan.asc", List.of("loan_id", "account_id", "date", "amount", "duration"), books::loan);
        books.table(folder, "card.asc", List.of("card_id", "disp_id", "type", "issued"), books::card);
        return books;
    }

    private void table(Path folder, String name, List<String> columns, Reading.Reader reader) throws IOException {
        reading.table(RawFile.named(folder, name), Layout.separatedBy(';'), columns, reader);
    }

    Calendar<BerkaHolding> holdings() {
        return holdings;
    }

    /** The account of this number, where it is known and has an owner. */
    @Nullable Account account(int number) {
        return accounts.get(number);
    }

    private Account owned(int number) throws Row.Unreadable {
        Account account = accounts.get(number);
        if (account == null) {
            throw new Row.Unreadable("account %d is not known, or has no owner".formatted(number));
        }
        return account;
    }

    private void person(Row row) throws Row.Unreadable {
        int client = row.number("client_id");
        int born = row.number("birth_number");
        int month = born / 100 % 100;
        boolean woman = month > WOMAN;
        try {
            LocalDate birth = LocalDate.of(1900 + born / 10_000, woman ? month - WOMAN : month, born % 100);
            persons.put(client, new Person(client, birth, woman ? "F" : "M"));
        } catch (DateTimeException noDate) {
            throw row.wrong("birth_number", "YYMMDD, with 50 added to the month for women");
        }
    }

    private void disposition(Row row) throws Row.Unreadable {
        int disposition = row.number("disp_id");
        int account = row.number("account_id");
        int client = row.number("client_id");
        switch (row.text("type")) {
            case "OWNER" -> owner(account, new Ownership(client, disposition));
            case "DISPONENT" -> {} // may use the account, and is no customer for it
            default -> throw row.wrong("type", "OWNER or DISPONENT");
        }
    }

    private void owner(int account, Ownership ownership) throws Row.Unreadable {
        if (!persons.containsKey(ownership.client())) {
            throw new Row.Unreadable(
                    "client %d, who is to own account %d, is not known".formatted(ownership.client(), account));
        }
        if (ownersByAccount.putIfAbsent(account, ownership) != null) {
            throw new Row.Unreadable("account %d has an owner already".formatted(account));
        }
        accountsByDisposition.put(ownership.disposition(), account);
    }

    private void account(Row row) throws Row.Unreadable {
        int number = row.number("account_id");
        LocalDate opened = row.date("date");
        String district = row.id("district_id");
        Ownership ownership = ownersByAccount.get(number);
        Person owner = ownership == null ? null : persons.get(ownership.client());
        if (owner == null) {
            throw new Row.Unreadable("account %d has no owner".formatted(number));
        }
        Account account = new Account(number, opened, district, owner);
        if (accounts.putIfAbsent(number, account) != null) {
            throw new Row.Unreadable("account %d is there already".formatted(number));
        }
        holdings.add(opened, new BerkaHolding.Profile(account));
        holdings.add(opened, new BerkaHolding.Deposit(account));
    }

    private void loan(Row row) throws Row.Unreadable {
        int loan = row.number("loan_id");
        Account account = owned(row.number("account_id"));
        LocalDate from = row.date("date");
        LocalDate to = from.plusMonths(row.number("duration"));
        holdings.add(from, new BerkaHolding.LoanOpened(loan, account, from, to, row.hundredths("amount")));
        holdings.add(to, new BerkaHolding.LoanClosed(loan, account, to));
    }

    private void card(Row row) throws Row.Unreadable {
        int card = row.number("card_id");
        Integer number = accountsByDisposition.get(row.number("disp_id"));
        if (number == null) {
            throw row.wrong("disp_id", "the disposition of an owner");
        }
        String issued = row.id("issued");
        LocalDate date = Row.date("issued", issued.substring(0, Math.min(6, issued.length())));
        holdings.add(date, new BerkaHolding.Card(card, owned(number), date, row.id("type")));
    }
}
