package stratum.lifecycle.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes numbers in as few bytes as they need: seven bits a byte, small negative ones as short as positive ones. */
final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    void octet(int value) {
        bytes.write(value);
    }

    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes.writeBytes(utf8);
    }

    void flag(boolean flag) {
        octet(flag ? 1 : 0);
    }

    /** A flag, and the value where there is one. */
    boolean present(@Nullable Object value) {
        flag(value != null);
        return value != null;
    }

    void date(@Nullable LocalDate date) {
        if (present(date) && date != null) {
            number(date.toEpochDay());
        }
    }

    void instant(@Nullable Instant at) {
        if (present(at) && at != null) {
            number(at.toEpochMilli());
        }
    }

    /** Its place, from 1; 0 for none. */
    void name(@Nullable Enum<?> name) {
        octet(name == null ? 0 : name.ordinal() + 1);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
