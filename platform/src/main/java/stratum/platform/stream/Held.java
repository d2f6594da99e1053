package stratum.platform.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A customer's record: when it is due, the ids of facts lately applied, and the service's own state. */
final class Held {

    private static final byte LAYOUT = 2;

    /** Ids are remembered for at least this many days after their fact was applied. */
    private static final int REMEMBERED_DAYS = 7;

    private static final int NEVER = Integer.MIN_VALUE;
    private static final int HEADER = 1 + Integer.BYTES;

    private int dueDay = NEVER;
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
        seen = SeenIds.read(in);
        if (in.hasRemaining()) {
            state = new byte[in.remaining()];
            in.get(state);
        }
    }

    byte[] write() {
        int size = HEADER + seen.bytes() + (state == null ? 0 : state.length);
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(LAYOUT).putInt(dueDay);
        seen.write(out);
        return state == null ? out.array() : out.put(state).array();
    }

    byte @Nullable [] state() {
        return state;
    }

    @Nullable LocalDate due() {
        return dueDay == NEVER ? null : LocalDate.ofEpochDay(dueDay);
    }

    void settle(byte[] newState, @Nullable LocalDate due) {
        state = newState;
        dueDay = due == null ? NEVER : (int) due.toEpochDay();
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

    private static long hashOf(String eventId) {
        byte[] bytes = eventId.getBytes(StandardCharsets.UTF_8);
        return ((long) Utils.murmur2(bytes) << 32) ^ (eventId.hashCode() & 0xffff_ffffL);
    }
}
