package stratum.platform.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import stratum.events.ClockTicked;

/**
 * How far time has come in one partition: the last tick worked through, the ticks that wait, and what each input topic
 * has delivered. Decides when a tick is complete, which is when everything before it has arrived.
 */
final class Watermarks implements CustomerStore.Clock {

    private static final int LAYOUT = 3;
    private static final long NEVER = Long.MIN_VALUE;

    private final List<Input> inputs;
    private final int partition;
    private final List<TopicPartition> partitions;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final long[] processed;
    private final long[] ticked;
    private volatile @Nullable Instant last;
    private final Counts counts = new Counts();
    private final Reevaluation reevaluation;

    Watermarks(List<Input> inputs, int partition, Duration spread, byte @Nullable [] kept) {
        this.reevaluation = new Reevaluation(spread);
        this.inputs = inputs;
        this.partition = partition;
        this.partitions = inputs.stream()
                .map(input -> new TopicPartition(input.topic(), partition))
                .toList();
        this.processed = new long[inputs.size()];
        this.ticked = new long[inputs.size()];
        Arrays.fill(processed, -1);
        Arrays.fill(ticked, Long.MIN_VALUE);
        if (kept != null) {
            read(kept);
        }
    }

    /** The last tick worked through. */
    @Override
    public @Nullable Instant last() {
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
        waiting.add(Waiting.of(tick, partition, inputs));
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

    /** The next tick for which every customer's facts have arrived, if any. */
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
        if (inputs.get(input).carriesTicks()) {
            return ticked[input] >= tick.millis();
        }
        if (inputs.get(input).isReference()) {
            return true;
        }
        return Positions.reached(partitions.get(input), tick.headOf(input), processed[input]);
    }

    /** Whether a fact lies before this tick in the log. */
    boolean liesBefore(Waiting tick, Waits arrival) {
        int input = arrival.input();
        if (inputs.get(input).carriesTicks()) {
            return arrival.afterTick() < tick.millis();
        }
        return !tick.says(input) || arrival.offset() < tick.headOf(input);
    }

    /** The tick has been worked through. */
    void passed(Waiting tick) {
        waiting.remove();
        last = tick.time();
    }

    Reevaluation reevaluation() {
        return reevaluation;
    }

    Counts counts() {
        return counts;
    }

    @Override
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            Instant reached = last;
            out.writeLong(reached == null ? NEVER : reached.toEpochMilli());
            counts.write(out);
            reevaluation.write(out);
            out.writeInt(inputs.size());
            for (int input = 0; input < inputs.size(); input++) {
                out.writeUTF(inputs.get(input).topic());
                out.writeLong(ticked[input]);
                out.writeLong(processed[input]);
            }
            out.writeInt(waiting.size());
            for (Waiting tick : waiting) {
                out.writeLong(tick.millis());
                for (long head : tick.heads()) {
                    out.writeLong(head);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void read(byte[] kept) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept))) {
            Layouts.require("Clock", LAYOUT, in.readUnsignedByte());
            long lastMillis = in.readLong();
            last = lastMillis == NEVER ? null : Instant.ofEpochMilli(lastMillis);
            counts.read(in);
            reevaluation.read(in);
            int[] places = readInputs(in);
            for (int left = in.readInt(); left > 0; left--) {
                waiting.add(readTick(places, in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which input each kept topic is now: a later version may read more topics, or fewer, or in another order. */
    private int[] readInputs(DataInputStream in) throws IOException {
        int[] places = new int[in.readInt()];
        for (int kept = 0; kept < places.length; kept++) {
            places[kept] = Input.placeOf(in.readUTF(), inputs);
            long time = in.readLong();
            long offset = in.readLong();
            if (places[kept] != Input.NONE) {
                ticked[places[kept]] = time;
                processed[places[kept]] = offset;
            }
        }
        return places;
    }

    private Waiting readTick(int[] places, DataInputStream in) throws IOException {
        Instant time = Instant.ofEpochMilli(in.readLong());
        long[] heads = new long[inputs.size()];
        Arrays.fill(heads, Waiting.UNTOLD);
        for (int place : places) {
            long head = in.readLong();
            if (place != Input.NONE) {
                heads[place] = head;
            }
        }
        return Waiting.of(time, heads);
    }
}
