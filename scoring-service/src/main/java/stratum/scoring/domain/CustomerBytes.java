package stratum.scoring.domain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scoring knows of a customer, as bytes. */
public final class CustomerBytes {

    private static final int NEVER = Integer.MIN_VALUE;

    private CustomerBytes() {}

    /** Writes a customer. */
    public static void write(Customer customer, DataOutputStream out) throws IOException {
        Ledger ledger = customer.ledger();
        out.writeInt(ledger.start());
        out.writeShort(ledger.accounts().size());
        for (Account account : ledger.accounts()) {
            writeAccount(account, out);
        }
        out.writeShort(ledger.counts().size());
        for (DayCount count : ledger.counts()) {
            out.writeInt(count.day());
            out.writeShort(count.count());
        }
        writeStanding(customer.standing(), out);
        writeDate(customer.reviewDate(), out);
    }

    /** Reads what {@link #write} wrote. */
    public static Customer read(DataInputStream in) throws IOException {
        int start = in.readInt();
        List<Account> accounts = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            accounts.add(readAccount(in));
        }
        List<DayCount> counts = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            counts.add(new DayCount(in.readInt(), in.readShort()));
        }
        return new Customer(new Ledger(start, accounts, counts), readStanding(in), readDate(in));
    }

    private static void writeAccount(Account account, DataOutputStream out) throws IOException {
        out.writeUTF(account.id());
        out.writeShort(account.lines().size());
        for (BalanceLine line : account.lines()) {
            out.writeInt(line.day());
            out.writeLong(line.millis());
            out.writeByte(line.rank());
            out.writeUTF(line.id());
            out.writeLong(line.balance());
        }
        Account.Status status = account.status();
        out.writeBoolean(status != null);
        if (status != null) {
            out.writeLong(status.millis());
            out.writeUTF(status.id());
            out.writeBoolean(status.open());
        }
    }

    private static Account readAccount(DataInputStream in) throws IOException {
        String id = in.readUTF();
        List<BalanceLine> lines = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            lines.add(new BalanceLine(in.readInt(), in.readLong(), in.readByte(), in.readUTF(), in.readLong()));
        }
        Account.Status status =
                in.readBoolean() ? new Account.Status(in.readLong(), in.readUTF(), in.readBoolean()) : null;
        return new Account(id, lines, status);
    }

    private static void writeStanding(Standing standing, DataOutputStream out) throws IOException {
        out.writeByte(standing.tier());
        Watch watch = standing.watch();
        writeDate(watch == null ? null : watch.since(), out);
        writeDate(watch == null ? null : watch.until(), out);
    }

    private static Standing readStanding(DataInputStream in) throws IOException {
        int tier = in.readByte();
        LocalDate since = readDate(in);
        LocalDate until = readDate(in);
        return new Standing(tier, since == null || until == null ? null : new Watch(since, until));
    }

    private static void writeDate(@Nullable LocalDate date, DataOutputStream out) throws IOException {
        out.writeInt(date == null ? NEVER : (int) date.toEpochDay());
    }

    private static @Nullable LocalDate readDate(DataInputStream in) throws IOException {
        int day = in.readInt();
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }
}
