package stratum.platform.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/** A customer's record: when it is due and to be woken, the ids of facts lately applied, and the service's own state. */
final class Held {

    private static final byte LAYOUT = 3;

    /** Ids are remembered for at least this many days after their fact was applied. */
    private static final int REMEMBERED_DAYS = 7;

    private static final int NEVER = Integer.MIN_VALUE;
    private static final long UNTIL_A_FACT = Long.MIN_VALUE;
    private static final int HEADER = 1 + Integer.BYTES + Long.BYTES;

    private int dueDay = NEVER;
    private long wakeMillis = UNTIL_A_FACT;
    private SeenIds seen = new SeenIds();
    private byte @Nullable [] state;

    /**
     * Reads what {@link #write} wrote.
     *
     * @param record none for a customer not met before
     * @throws IllegalStateException where a later version wrote it
     */
    static Held read(byte @Nullable [] record) {
        Held held = new Held();
        if (record != null) {
            held.parse(ByteBuffer.wrap(record));
        }
        return held;
    }

    private void parse(ByteBuffer in) {
        Layouts.require("Customer", LAYOUT, in.get());
        dueDay = in.getInt();
        wakeMillis = in.getLong();
        seen = SeenIds.read(in);
        if (in.hasRemaining()) {
            state = new byte[in.remaining()];
            in.get(state);
        }
    }

    byte[] write() {
        int size = HEADER + seen.bytes() + (state == null ? 0 : state.length);
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(LAYOUT).putInt(dueDay).putLong(wakeMillis);
        seen.write(out);
        return state == null ? out.array() : out.put(state).array();
    }

    byte @Nullable [] state() {
        return state;
    }

    @Nullable LocalDate due() {
        return dueDay == NEVER ? null : LocalDate.ofEpochDay(dueDay);
    }

    @Nullable Instant wake() {
        return wakeMillis == UNTIL_A_FACT ? null : Instant.ofEpochMilli(wakeMillis);
    }

    void settle(byte[] newState, @Nullable LocalDate due, @Nullable Instant wake) {
        state = newState;
        dueDay = due == null ? NEVER : (int) due.toEpochDay();
        wakeMillis = wake == null ? UNTIL_A_FACT : wake.toEpochMilli();
    }

    boolean remembers(String eventId) {
        return seen.contains(hashOf(eventId));
    }

    void remember(String eventId, LocalDate today) {
        seen.add(hashOf(eventId), (int) today.toEpochDay());
    }

    void forgetBefore(LocalDate today) {
        seen.forgetBefore((int) today.toEpochDay() - REMEMBERED_DAYS);
    }

    /**
     * Stands for an id in 64 bits. A new fact is taken for one of n remembered, and lost, once in 2^64 / n: at a billion
     * facts a year and a hundred ids remembered of each customer, once in some 180 million years.
     */
    private static long hashOf(String eventId) {
        return MurmurHash3.hash128x64(eventId.getBytes(StandardCharsets.UTF_8))[0];
    }
}
