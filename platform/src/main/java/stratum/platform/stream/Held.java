package stratum.platform.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A customer's record: when it is due, the ids of facts lately applied, and the service's own state. */
final class Held {

    private static final byte LAYOUT = 2;

    /** Ids are remembered for at least this many days after their fact was applied. */
    private static final int REMEMBERED_DAYS = 7;

    private static final int NEVER = Integer.MIN_VALUE;
    private static final int HEADER = 1 + Integer.BYTES + Integer.BYTES;
    private static final int PER_SEEN = Integer.BYTES + Long.BYTES;

    private int dueDay = NEVER;
    private final List<Seen> seen = new ArrayList<>();
    private byte @Nullable [] state;

    /** A fact that was applied, on this day. */
    private record Seen(int day, long hash) {}

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
        for (int left = in.getInt(); left > 0; left--) {
            seen.add(new Seen(in.getInt(), in.getLong()));
        }
        if (in.hasRemaining()) {
            state = new byte[in.remaining()];
            in.get(state);
        }
    }

    byte[] write() {
        int size = HEADER + PER_SEEN * seen.size() + (state == null ? 0 : state.length);
        ByteBuffer out = ByteBuffer.allocate(size);
        out.put(LAYOUT).putInt(dueDay).putInt(seen.size());
        for (Seen one : seen) {
            out.putInt(one.day()).putLong(one.hash());
        }
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

    /** Remembers an id; false where it was remembered already. */
    boolean remember(String eventId, LocalDate today) {
        long hash = hashOf(eventId);
        for (Seen one : seen) {
            if (one.hash() == hash) {
                return false;
            }
        }
        seen.add(new Seen((int) today.toEpochDay(), hash));
        return true;
    }

    void forgetBefore(LocalDate today) {
        seen.removeIf(one -> one.day() + REMEMBERED_DAYS < today.toEpochDay());
    }

    private static long hashOf(String eventId) {
        byte[] bytes = eventId.getBytes(StandardCharsets.UTF_8);
        return ((long) Utils.murmur2(bytes) << 32) ^ (eventId.hashCode() & 0xffff_ffffL);
    }
}
