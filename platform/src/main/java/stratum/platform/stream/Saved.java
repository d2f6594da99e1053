package stratum.platform.stream;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the changelog says of a customer: the facts that wait for their tick, and the record. Nearly always nothing waits,
 * and then it is the record with one byte before it.
 *
 * @param waiting as they came, in the order in which they came
 * @param record what {@link Held} wrote; none before the customer's first tick
 */
record Saved(List<Waits> waiting, byte @Nullable [] record) {

    private static final byte LAYOUT = 2;
    private static final int HEADER = 1 + Integer.BYTES;
    private static final int PER_WAITING = 1 + Long.BYTES + Long.BYTES + Integer.BYTES;

    static byte[] of(CustomerEntry customer) {
        byte[] record = customer.record();
        List<Arrival> waiting = customer.waiting();
        ByteBuffer out = ByteBuffer.allocate(HEADER + sizeOf(waiting) + (record == null ? 0 : record.length));
        out.put(LAYOUT).putInt(waiting.size());
        for (Arrival arrival : waiting) {
            put(arrival.waits(), out);
        }
        return record == null ? out.array() : out.put(record).array();
    }

    private static int sizeOf(List<Arrival> waiting) {
        int bytes = 0;
        for (Arrival arrival : waiting) {
            bytes += PER_WAITING + arrival.waits().raw().length;
        }
        return bytes;
    }

    private static void put(Waits one, ByteBuffer out) {
        out.put((byte) one.input()).putLong(one.offset()).putLong(one.afterTick());
        out.putInt(one.raw().length).put(one.raw());
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalStateException where a later version wrote it
     */
    static Saved read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Layouts.require("Changelog", LAYOUT, in.get());
        int count = in.getInt();
        List<Waits> waiting = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            waiting.add(new Waits(in.get(), in.getLong(), in.getLong(), bytes(in, in.getInt())));
        }
        return new Saved(waiting, in.hasRemaining() ? bytes(in, in.remaining()) : null);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
