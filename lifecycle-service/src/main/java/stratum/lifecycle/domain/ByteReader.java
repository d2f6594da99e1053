package stratum.lifecycle.domain;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int octet = octet();
        while ((octet & 0x80) != 0) {
            value |= (long) (octet & 0x7f) << shift;
            shift += 7;
            octet = octet();
        }
        value |= (long) octet << shift;
        return (value >>> 1) ^ -(value & 1);
    }

    int integer() {
        return Math.toIntExact(number());
    }

    String text() {
        int length = integer();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    boolean flag() {
        return octet() == 1;
    }

    @Nullable LocalDate date() {
        return flag() ? LocalDate.ofEpochDay(number()) : null;
    }

    @Nullable Instant instant() {
        return flag() ? Instant.ofEpochMilli(number()) : null;
    }

    <E extends Enum<E>> @Nullable E optional(E[] names) {
        int place = octet();
        return place == 0 ? null : names[place - 1];
    }

    <E extends Enum<E>> E name(E[] names) {
        return requireNonNull(optional(names));
    }
}
