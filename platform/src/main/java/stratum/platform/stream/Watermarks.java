package stratum.platform.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;

/**
 * How far time has come in one partition: the last tick worked through, the ticks that wait, and what each input topic
 * has delivered. Decides when a tick is complete, which is when everything before it has arrived.
 */
final class Watermarks {

    private static final int LAYOUT = 1;

    private final List<Input> inputs;
    private final int partition;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final long[] processed;
    private final long[] ticked;
    private @Nullable Instant last;
    private final Counts counts = new Counts();

    Watermarks(List<Input> inputs, int partition, byte @Nullable [] kept) {
        this.inputs = inputs;
        this.partition = partition;
        this.processed = new long[inputs.size()];
        this.ticked = new long[inputs.size()];
        Arrays.fill(processed, -1);
        Arrays.fill(ticked, Long.MIN_VALUE);
        if (kept != null) {
            read(kept);
        }
    }

    /** The last tick worked through. */
    @Nullable Instant last() {
        return last;
    }

    void processed(int input, long offset) {
        processed[input] = offset;
    }

    /** A tick came in the clock's own topic; false where it brings nothing new. */
    boolean queue(ClockTicked tick) {
        Instant newest = waiting.isEmpty() ? last : waiting.getLast().time();
        if (newest != null && !tick.getBusinessTime().isAfter(newest)) {
            return false;
        }
        waiting.add(Waiting.of(tick, partition));
        return true;
    }

    /** A tick came in a service's topic. */
    void ticked(int input, Instant time) {
        ticked[input] = Math.max(ticked[input], time.toEpochMilli());
    }

    /** An arriving record, with what is needed to tell its slice. */
    Waits arrived(int input, long offset, byte[] raw) {
        return new Waits(input, offset, ticked[input], raw);
    }

    /** The next tick for which everything has arrived, if any. */
    @Nullable Waiting complete() {
        Waiting next = waiting.peek();
        return next != null && isComplete(next) ? next : null;
    }

    private boolean isComplete(Waiting tick) {
        for (int input = 0; input < inputs.size(); input++) {
            if (!hasDelivered(input, tick)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasDelivered(int input, Waiting tick) {
        String topic = inputs.get(input).topic();
        if (inputs.get(input).carriesTicks()) {
            return ticked[input] >= tick.time().toEpochMilli();
        }
        return Positions.reached(new TopicPartition(topic, partition), tick.headOf(topic), processed[input]);
    }

    /** Whether a fact lies before this tick in the log, and not after it in time. */
    boolean includes(Waiting tick, Arrival arrival) {
        return liesBefore(tick, arrival.waits()) && !arrival.occurredAt().isAfter(tick.time());
    }

    /** Whether a fact lies before this tick in the log. */
    boolean liesBefore(Waiting tick, Waits arrival) {
        Input input = inputs.get(arrival.input());
        if (input.carriesTicks()) {
            return arrival.afterTick() < tick.time().toEpochMilli();
        }
        return !tick.says(input.topic()) || arrival.offset() < tick.headOf(input.topic());
    }

    /** The tick has been worked through. */
    void passed(Waiting tick) {
        waiting.remove();
        last = tick.time();
    }

    Counts counts() {
        return counts;
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeLong(last == null ? Long.MIN_VALUE : last.toEpochMilli());
            counts.write(out);
            out.writeInt(inputs.size());
            for (int input = 0; input < inputs.size(); input++) {
                out.writeUTF(inputs.get(input).topic());
                out.writeLong(ticked[input]);
            }
            out.writeInt(waiting.size());
            for (Waiting tick : waiting) {
                write(tick, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Waiting tick, DataOutputStream out) throws IOException {
        out.writeLong(tick.time().toEpochMilli());
        out.writeInt(tick.heads().size());
        for (Map.Entry<String, Long> head : tick.heads().entrySet()) {
            out.writeUTF(head.getKey());
            out.writeLong(head.getValue());
        }
    }

    /** The last tick worked through, as kept. */
    static @Nullable Instant lastIn(byte @Nullable [] kept) {
        return kept == null ? null : new Watermarks(List.of(), 0, kept).last();
    }

    private void read(byte[] kept) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept))) {
            int layout = in.readUnsignedByte();
            if (layout != LAYOUT) {
                throw new IllegalStateException(
                        "Clock has layout %d, which this version cannot read".formatted(layout));
            }
            long lastMillis = in.readLong();
            last = lastMillis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(lastMillis);
            counts.read(in);
            readTicked(in);
            int ticks = in.readInt();
            for (int i = 0; i < ticks; i++) {
                waiting.add(readTick(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name, so that a later version may read more topics, or fewer. */
    private void readTicked(DataInputStream in) throws IOException {
        Map<String, Long> byTopic = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            byTopic.put(in.readUTF(), in.readLong());
        }
        for (int input = 0; input < inputs.size(); input++) {
            ticked[input] = byTopic.getOrDefault(inputs.get(input).topic(), Long.MIN_VALUE);
        }
    }

    private static Waiting readTick(DataInputStream in) throws IOException {
        Instant time = Instant.ofEpochMilli(in.readLong());
        Map<String, Long> heads = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            heads.put(in.readUTF(), in.readLong());
        }
        return new Waiting(time, heads);
    }
}
