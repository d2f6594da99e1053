package stratum.scoring.domain;

import java.util.Arrays;

/** Writes numbers in as few bytes as they need. */
final class PackedWriter {

    private byte[] bytes = new byte[512];
    private int size;

    void fixed(long value) {
        ensure(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow. */
    void unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /**
     * People move round amounts, so zeros at the end are left out: in a currency of two decimals, those of a hundred major
     * units, of a whole one or of a tenth. The lowest two bits tell how many.
     */
    void money(long amount) {
        if (amount % 10 != 0) {
            money(amount, 0);
        } else if (amount % 100 != 0) {
            money(amount / 10, 1);
        } else if (amount % 10_000 != 0) {
            money(amount / 100, 2);
        } else {
            money(amount / 10_000, 3);
        }
    }

    private void money(long number, int zeros) {
        unsigned(((number << 1) ^ (number >> 63)) << 2 | zeros);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }

    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }
}
