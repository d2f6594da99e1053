package stratum.platform.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hashes of the ids of facts lately applied, each with the day on which it was applied, oldest first. */
final class SeenIds {

    /** Of a customer with more facts in a week than this only the latest are remembered. */
    static final int MOST = 50_000;

    /** Up to here a look at all of them is quicker than a set. */
    private static final int FEW = 64;

    private static final int PER_ID = Integer.BYTES + Long.BYTES;

    private int size;
    private int[] days = new int[4];
    private long[] hashes = new long[4];
    private @Nullable Set<Long> index;

    boolean contains(long hash) {
        if (size > FEW) {
            return index().contains(hash);
        }
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                return true;
            }
        }
        return false;
    }

    private Set<Long> index() {
        if (index == null) {
            index = new HashSet<>(2 * size);
            for (int i = 0; i < size; i++) {
                index.add(hashes[i]);
            }
        }
        return index;
    }

    void add(long hash, int day) {
        if (size == MOST) {
            drop(size / 2);
        }
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        days[size] = day;
        hashes[size++] = hash;
        if (index != null) {
            index.add(hash);
        }
    }

    /** Days only rise from one id to the next, so what is to be forgotten stands in front. */
    void forgetBefore(int day) {
        int old = 0;
        while (old < size && days[old] < day) {
            old++;
        }
        if (old > 0) {
            drop(old);
        }
    }

    private void drop(int first) {
        size -= first;
        System.arraycopy(days, first, days, 0, size);
        System.arraycopy(hashes, first, hashes, 0, size);
        index = null;
    }

    int bytes() {
        return Integer.BYTES + PER_ID * size;
    }

    void write(ByteBuffer out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putInt(days[i]).putLong(hashes[i]);
        }
    }

    static SeenIds read(ByteBuffer in) {
        SeenIds seen = new SeenIds();
        for (int left = in.getInt(); left > 0; left--) {
            int day = in.getInt();
            seen.add(in.getLong(), day);
        }
        return seen;
    }
}
