package stratum.scoring.domain;

/** Reads what {@link PackedWriter} wrote. */
final class PackedReader {

    private static final long[] ZEROS = {1, 10, 100, 10_000};

    private final byte[] bytes;
    private int place;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long fixed() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (bytes[place++] & 0xffL) << shift;
        }
        return value;
    }

    long unsigned() {
        byte first = bytes[place++];
        return first >= 0 ? first : more(first & 0x7f);
    }

    private long more(long first) {
        long value = first;
        for (int shift = 7; ; shift += 7) {
            byte next = bytes[place++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int smallUnsigned() {
        return (int) unsigned();
    }

    long signed() {
        return signed(unsigned());
    }

    private static long signed(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    long money() {
        long coded = unsigned();
        return signed(coded >>> 2) * ZEROS[(int) coded & 3];
    }
}
