package stratum.platform.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one customer in one record: when it is due, the ids of facts lately applied, the facts that wait
 * for their tick, and the service's own state.
 */
final class Held {

    private static final int LAYOUT = 1;

    /** Ids are remembered for at least this many days after their fact was applied. */
    private static final int REMEMBERED_DAYS = 7;

    private static final long NEVER = Long.MIN_VALUE;

    private long dueDay = NEVER;
    private List<Seen> seen = new ArrayList<>();
    private List<Waits> arrivals = new ArrayList<>();
    private byte @Nullable [] state;

    /** A fact that was applied, on this day. */
    private record Seen(long day, long hash) {}

    static Held nothing() {
        return new Held();
    }

    static Held read(byte @Nullable [] bytes) {
        return bytes == null ? nothing() : parse(bytes);
    }

    private static Held parse(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readUnsignedByte();
            if (layout != LAYOUT) {
                throw new IllegalStateException(
                        "State has layout %d, which this version cannot read".formatted(layout));
            }
            Held held = new Held();
            held.dueDay = in.readLong();
            int seen = in.readInt();
            for (int i = 0; i < seen; i++) {
                held.seen.add(new Seen(in.readInt(), in.readLong()));
            }
            int arrivals = in.readInt();
            for (int i = 0; i < arrivals; i++) {
                held.arrivals.add(
                        new Waits(in.readUnsignedByte(), in.readLong(), in.readLong(), in.readNBytes(in.readInt())));
            }
            held.state = in.readBoolean() ? in.readAllBytes() : null;
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeLong(dueDay);
            out.writeInt(seen.size());
            for (Seen one : seen) {
                out.writeInt((int) one.day());
                out.writeLong(one.hash());
            }
            out.writeInt(arrivals.size());
            for (Waits one : arrivals) {
                out.writeByte(one.input());
                out.writeLong(one.offset());
                out.writeLong(one.afterTick());
                out.writeInt(one.raw().length);
                out.write(one.raw());
            }
            out.writeBoolean(state != null);
            if (state != null) {
                out.write(state);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte @Nullable [] state() {
        return state;
    }

    List<Waits> arrivals() {
        return arrivals;
    }

    @Nullable LocalDate due() {
        return dueDay == NEVER ? null : LocalDate.ofEpochDay(dueDay);
    }

    void hold(Waits arrival) {
        arrivals.add(arrival);
    }

    void settle(byte[] newState, @Nullable LocalDate due) {
        state = newState;
        dueDay = due == null ? NEVER : due.toEpochDay();
    }

    void stillWaiting(List<Waits> still) {
        arrivals = new ArrayList<>(still);
    }

    /** Remembers an id; false where it was remembered already. */
    boolean remember(String eventId, LocalDate today) {
        long hash = hashOf(eventId);
        for (Seen one : seen) {
            if (one.hash() == hash) {
                return false;
            }
        }
        seen.add(new Seen(today.toEpochDay(), hash));
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
