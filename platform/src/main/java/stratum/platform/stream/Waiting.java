package stratum.platform.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import stratum.events.ClockTicked;
import stratum.events.TopicHead;

/**
 * A tick that waits until all before it has arrived.
 *
 * @param time the business time it brings
 * @param millis the same, in milliseconds since 1970
 * @param heads by input: offset after the last record before it, in this partition; {@link #UNTOLD} where it does not say
 */
record Waiting(Instant time, long millis, long[] heads) {

    static final long UNTOLD = -1;

    private static final int LAYOUT = 1;

    static Waiting of(Instant time, long[] heads) {
        return new Waiting(time, time.toEpochMilli(), heads);
    }

    static Waiting of(ClockTicked tick, int partition, List<Input> inputs) {
        long[] heads = new long[inputs.size()];
        Arrays.fill(heads, UNTOLD);
        for (TopicHead head : tick.getHeads()) {
            int input = Input.placeOf(head.getTopic(), inputs);
            if (input != Input.NONE && head.getPartition() == (inputs.get(input).isReference() ? 0 : partition)) {
                heads[input] = head.getEndOffset();
            }
        }
        return of(tick.getBusinessTime(), heads);
    }

    /** Offset after the last record of that input before this tick; 0 where the tick does not say. */
    long headOf(int input) {
        return Math.max(heads[input], 0);
    }

    boolean says(int input) {
        return heads[input] != UNTOLD;
    }

    byte[] write(List<Input> inputs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeLong(millis);
            for (int input = 0; input < heads.length; input++) {
                if (says(input)) {
                    out.writeUTF(inputs.get(input).topic());
                    out.writeLong(heads[input]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** By the names of the topics: a later version may read more of them, or fewer, or in another order. */
    static Waiting read(byte[] kept, List<Input> inputs) {
        long[] heads = new long[inputs.size()];
        Arrays.fill(heads, UNTOLD);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept))) {
            Layouts.require("Tick", LAYOUT, in.readUnsignedByte());
            Instant time = Instant.ofEpochMilli(in.readLong());
            while (in.available() > 0) {
                int input = Input.placeOf(in.readUTF(), inputs);
                long head = in.readLong();
                if (input != Input.NONE) {
                    heads[input] = head;
                }
            }
            return of(time, heads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
