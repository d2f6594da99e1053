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

    private static final int LAYOUT = 3;
    private static final int FORMER = 2;

    static Kept of(byte @Nullable [] bytes) {
        return bytes == null ? new Kept(Customer.unknown(), null) : read(bytes);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException where another version wrote it: a later one, or the first, which did not keep what
     *     the features of today need
     */
    public static Kept read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readUnsignedByte();
            return switch (layout) {
                case LAYOUT -> new Kept(CustomerBytes.read(in), in.readBoolean() ? Said.read(in) : null);
                case FORMER ->
                    new Kept(CustomerBytes.readShort(in), in.readBoolean() ? Said.readWithoutPolicy(in) : null);
                default ->
                    throw new IllegalStateException(
                            "A customer's state has layout %d, and this version reads layouts %d and %d only; %s"
                                    .formatted(layout, FORMER, LAYOUT, remedy(layout)));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String remedy(int layout) {
        return layout < LAYOUT
                ? "reset the application so that it reads the facts again"
                : "run the version that wrote it, or a later one";
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
