package stratum.scoring.domain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What scoring knows of a customer, as bytes. */
public final class CustomerBytes {

    private static final int NEVER = Integer.MIN_VALUE;

    private CustomerBytes() {}

    /** Writes a customer. */
    public static void write(Customer customer, DataOutputStream out) throws IOException {
        byte[] ledger = LedgerBytes.write(customer.ledger());
        out.writeInt(ledger.length);
        out.write(ledger);
        StandingBytes.write(customer.profile(), out);
        StandingBytes.write(customer.standing(), out);
        writeDate(customer.reviewDate(), out);
    }

    /** Reads what {@link #write} wrote. */
    public static Customer read(DataInputStream in) throws IOException {
        return read(in.readInt(), in);
    }

    /** Reads what was written when the length of a ledger took two bytes. */
    public static Customer readShort(DataInputStream in) throws IOException {
        return read(in.readUnsignedShort(), in);
    }

    private static Customer read(int length, DataInputStream in) throws IOException {
        Ledger ledger = LedgerBytes.read(in.readNBytes(length));
        return new Customer(ledger, StandingBytes.readProfile(in), StandingBytes.readStanding(in), readDate(in));
    }

    private static void writeDate(@Nullable LocalDate date, DataOutputStream out) throws IOException {
        out.writeInt(date == null ? NEVER : (int) date.toEpochDay());
    }

    private static @Nullable LocalDate readDate(DataInputStream in) throws IOException {
        int day = in.readInt();
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }
}
