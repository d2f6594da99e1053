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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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

    /** How many of those that wait, the oldest ones, are saved already. */
    private int saved;

    private final List<Waiting> savedAndPassed = new ArrayList<>();
    private final long[] processed;
    private final long[] ticked;
    private volatile @Nullable Instant last;
    private final Counts counts = new Counts();
    private final Reevaluation reevaluation;

    Watermarks(
            List<Input> inputs, int partition, Duration spread, byte @Nullable [] kept, Collection<byte[]> keptTicks) {
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
        keptTicks.stream()
                .map(tick -> Waiting.read(tick, inputs))
                .sorted(Comparator.comparing(Waiting::time))
                .forEach(waiting::add);
        saved = waiting.size();
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
        if (saved > 0) {
            saved--;
            savedAndPassed.add(tick);
        }
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Each tick that waits has a record of its own, written once: while another service is away for hours they are many,
     * and there is a commit for nearly each.
     */
    @Override
    public void saveTicks(CustomerStore.TickWriter writer) {
        savedAndPassed.forEach(tick -> writer.write(tick.millis(), null));
        savedAndPassed.clear();
        waiting.stream().skip(saved).forEach(tick -> writer.write(tick.millis(), tick.write(inputs)));
        saved = waiting.size();
    }

    private void read(byte[] kept) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept))) {
            Layouts.require("Clock", LAYOUT, in.readUnsignedByte());
            long lastMillis = in.readLong();
            last = lastMillis == NEVER ? null : Instant.ofEpochMilli(lastMillis);
            counts.read(in);
            reevaluation.read(in);
            readInputs(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A later version may read more topics, or fewer, or in another order. */
    private void readInputs(DataInputStream in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            int input = Input.placeOf(in.readUTF(), inputs);
            long time = in.readLong();
            long offset = in.readLong();
            if (input != Input.NONE) {
                ticked[input] = time;
                processed[input] = offset;
            }
        }
    }
}
