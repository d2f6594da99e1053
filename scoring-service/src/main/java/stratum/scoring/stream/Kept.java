package stratum.scoring.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import stratum.scoring.domain.Customer;
import stratum.scoring.domain.CustomerBytes;

/**
 * What scoring keeps of a customer.
 *
 * @param customer what it knows
 * @param said what readers were last told; none before the first time
 */
public record Kept(Customer customer, @Nullable Said said) {

    private static final int LAYOUT = 1;

    static Kept of(byte @Nullable [] bytes) {
        return bytes == null ? new Kept(Customer.unknown(), null) : read(bytes);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException where a later version wrote it
     */
    public static Kept read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readUnsignedByte();
            if (layout != LAYOUT) {
                throw new IllegalStateException(
                        "Customer has layout %d, which this version cannot read".formatted(layout));
            }
            Customer customer = CustomerBytes.read(in);
            return new Kept(customer, in.readBoolean() ? Said.read(in) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            CustomerBytes.write(customer, out);
            out.writeBoolean(said != null);
            if (said != null) {
                said.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
