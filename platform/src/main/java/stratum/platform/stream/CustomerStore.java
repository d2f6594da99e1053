package stratum.platform.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.jspecify.annotations.Nullable;

/**
 * All customers of one partition, in memory, and how far its clock has come. A change costs nothing until the commit;
 * then each changed customer is written to the changelog once, within the transaction that commits the offsets of the
 * facts it came from (see {@link Changelog}). Restored by Kafka Streams like any other store.
 */
final class CustomerStore implements StateStore {

    /** Keys that no customer has: facts without a customer are refused, and an id has no blank in it. */
    private static final String CLOCK = "";

    private static final String TICK = "tick ";
    private static final String TALLY = "tally ";

    private final String name;
    private final Changelog changelog;
    private final ConcurrentMap<String, CustomerEntry> customers = new ConcurrentHashMap<>();
    private final Map<String, byte[]> restored = new ConcurrentHashMap<>();
    private final List<CustomerEntry> unsaved = new ArrayList<>();
    private final TallyBook tallies = new TallyBook();
    private byte @Nullable [] restoredClock;
    private final Map<String, byte[]> restoredTicks = new ConcurrentHashMap<>();
    private volatile @Nullable Clock clock;
    private volatile @Nullable Knowledge<?> knowledge;
    private boolean isUnsaved;
    private int partition;
    private String topic = "";
    private volatile boolean isOpen;

    CustomerStore(String name, Changelog changelog) {
        this.name = name;
        this.changelog = changelog;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        partition = context.taskId().partition();
        topic = "%s-%s-changelog".formatted(context.applicationId(), name);
        isOpen = true;
        context.register(root, this::restore);
    }

    private void restore(byte[] key, byte @Nullable [] value) {
        String id = new String(key, StandardCharsets.UTF_8);
        if (id.equals(CLOCK)) {
            restoredClock = value;
        } else if (id.startsWith(TALLY)) {
            tallies.restore(id.substring(TALLY.length()), value);
        } else if (id.startsWith(TICK)) {
            keepTick(id, value);
        } else if (value != null) {
            restored.put(id, value);
        }
    }

    private void keepTick(String key, byte @Nullable [] tick) {
        if (tick == null) {
            restoredTicks.remove(key);
        } else {
            restoredTicks.put(key, tick);
        }
    }

    /** Takes over what was restored, now that it is known what reads the facts that waited, and hands out everybody. */
    void takeOver(Function<Waits, Arrival> reader, Consumer<CustomerEntry> each) {
        for (Iterator<Map.Entry<String, byte[]>> left = restored.entrySet().iterator(); left.hasNext(); left.remove()) {
            Map.Entry<String, byte[]> one = left.next();
            Saved saved = Saved.read(one.getValue());
            CustomerEntry customer = new CustomerEntry(one.getKey());
            customer.record(saved.record());
            saved.waiting().forEach(waits -> customer.hold(reader.apply(waits)));
            customers.put(customer.id(), customer);
        }
        customers.values().forEach(each);
    }

    CustomerEntry of(String customerId) {
        CustomerEntry known = customers.get(customerId);
        return known != null ? known : customers.computeIfAbsent(customerId, CustomerEntry::new);
    }

    /** The customer has changed: the next commit saves it. */
    void changed(CustomerEntry customer) {
        if (customer.becomesUnsaved()) {
            unsaved.add(customer);
        }
    }

    /** A record has been worked through: the next commit saves how far the clock has come, and who has changed. */
    void changed() {
        if (!isUnsaved) {
            isUnsaved = true;
            changelog.add(this);
        }
    }

    /** How far the partition's clock has come, as the commits save it. */
    interface Clock {
        byte[] write();

        /** Hands over the ticks that wait and were not handed over before, and those that were and wait no more. */
        void saveTicks(TickWriter writer);

        @Nullable Instant last();
    }

    /** Takes a tick, or nothing in the place of one that waits no more. */
    interface TickWriter {
        void write(long millis, byte @Nullable [] tick);
    }

    /** The ticks that waited when it was last saved, in any order. */
    Collection<byte[]> restoredTicks() {
        return restoredTicks.values();
    }

    /** What was last saved of the clock; none for a partition not met before. */
    byte @Nullable [] restoredClock() {
        return restoredClock;
    }

    void goOnWith(Clock current, Knowledge<?> known) {
        clock = current;
        knowledge = known;
    }

    /** What decides now; none before the partition is worked on. */
    @Nullable Decider<?> decider() {
        Knowledge<?> current = knowledge;
        return current == null ? null : current.current();
    }

    /** The last tick worked through. */
    @Nullable Instant lastTick() {
        Clock current = clock;
        return current == null ? null : current.last();
    }

    /** Hands over all that has changed since it was last called. */
    void save(Changelog.Writer writer) {
        for (CustomerEntry customer : unsaved) {
            write(customer.id(), Saved.of(customer), writer);
            customer.saved();
        }
        unsaved.clear();
        if (clock != null) {
            restoredClock = clock.write();
            write(CLOCK, restoredClock, writer);
            clock.saveTicks((millis, tick) -> save(TICK + millis, tick, writer));
        }
        tallies.save((name, tally) -> write(TALLY + name, tally, writer));
        isUnsaved = false;
    }

    private void save(String key, byte @Nullable [] tick, Changelog.Writer writer) {
        keepTick(key, tick);
        write(key, tick, writer);
    }

    private void write(String key, byte @Nullable [] value, Changelog.Writer writer) {
        writer.write(topic, partition, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** What is counted for the whole partition. */
    TallyBook tallies() {
        return tallies;
    }

    @Nullable CustomerEntry find(String customerId) {
        return customers.get(customerId);
    }

    Collection<CustomerEntry> all() {
        return customers.values();
    }

    /** Asks a partition for its store, to read it from another thread. */
    record Read() implements Query<CustomerStore> {}

    @Override
    @SuppressWarnings("unchecked") // A Read asks for a CustomerStore.
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return query instanceof Read
                ? (QueryResult<R>) QueryResult.forResult(this)
                : QueryResult.forFailure(FailureReason.UNKNOWN_QUERY_TYPE, "Only Read is answered here");
    }

    @Override
    public void flush() {
        // Nothing is kept outside memory and the changelog, which Changelog writes.
    }

    @Override
    public void close() {
        isOpen = false;
        changelog.remove(this);
        customers.clear();
        restored.clear();
        tallies.clear();
        unsaved.clear();
        isUnsaved = false;
        restoredClock = null;
        restoredTicks.clear();
        clock = null;
        knowledge = null;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }
}
