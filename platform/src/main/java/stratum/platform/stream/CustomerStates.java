package stratum.platform.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Reads what the service knows about its customers, and says which instance holds whom. */
public final class CustomerStates {

    private final StreamsBuilderFactoryBean streams;
    private final HostInfo here;

    CustomerStates(StreamsBuilderFactoryBean streams, String instance) {
        this.streams = streams;
        this.here = HostInfo.buildFromEndpoint(instance);
    }

    /**
     * What is known of one customer.
     *
     * @param state the bytes that the decider wrote
     * @param clock business time that the customer's partition has worked through; none before the first tick
     * @param decider what decides about the customer, by all that was known at that time
     */
    public record Known(
            String customerId, byte[] state, @Nullable Instant clock, Decider<?> decider) {}

    /**
     * The other instance that holds this customer, as {@code host:port}; empty where it is this one.
     *
     * @throws Unavailable while partitions are being handed over
     */
    public Optional<String> elsewhere(String customerId) {
        HostInfo holder = holder(customerId).activeHost();
        return holder.equals(here) ? Optional.empty() : Optional.of(endpoint(holder));
    }

    /** All other instances, as {@code host:port}. */
    public List<String> others() {
        return running().metadataForAllStreamsClients().stream()
                .map(StreamsMetadata::hostInfo)
                .filter(host -> !host.equals(here))
                .map(CustomerStates::endpoint)
                .toList();
    }

    /**
     * What this instance knows of a customer.
     *
     * @throws Unavailable while partitions are being handed over
     */
    public Optional<Known> find(String customerId) {
        CustomerStore store = store(holder(customerId).partition());
        return Optional.ofNullable(store.find(customerId)).flatMap(customer -> known(customer, store));
    }

    /**
     * Everybody this instance holds, in order of customer id, read one by one as they are asked for.
     *
     * @param after only those whose id comes after this one
     * @throws Unavailable while partitions are being handed over, for then somebody would be missing
     */
    public Stream<Known> all(String after) {
        return found().filter(found -> found.customer().id().compareTo(after) > 0)
                .sorted(Comparator.comparing(Found::customer))
                .flatMap(found -> known(found.customer(), found.store()).stream());
    }

    /** Everybody this instance holds, in no order; see {@link #all(String)}. */
    public Stream<Known> all() {
        return found().flatMap(found -> known(found.customer(), found.store()).stream());
    }

    private Stream<Found> found() {
        return stores().flatMap(store -> store.all().stream().map(customer -> new Found(customer, store)));
    }

    private Stream<CustomerStore> stores() {
        if (running().state() != KafkaStreams.State.RUNNING) {
            throw new Unavailable();
        }
        return running().metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> store(task.taskId().partition()));
    }

    /**
     * How far a partition has come.
     *
     * @param clock business time that it has worked through
     * @param decider what decides there, by all that was known at that time
     */
    public record Reached(Instant clock, Decider<?> decider) {}

    /**
     * How far that partition of this instance's has come which is ahead of the others; empty where none has seen a tick.
     *
     * @throws Unavailable while partitions are being handed over
     */
    public Optional<Reached> furthest() {
        return stores().flatMap(store -> reached(store).stream()).max(Comparator.comparing(Reached::clock));
    }

    private static Optional<Reached> reached(CustomerStore store) {
        Instant clock = store.lastTick();
        Decider<?> decider = store.decider();
        return clock == null || decider == null ? Optional.empty() : Optional.of(new Reached(clock, decider));
    }

    private record Found(CustomerEntry customer, CustomerStore store) {}

    private static Optional<Known> known(CustomerEntry customer, CustomerStore store) {
        byte[] state = Held.read(customer.record()).state();
        Decider<?> decider = store.decider();
        return state == null || decider == null
                ? Optional.empty()
                : Optional.of(new Known(customer.id(), state, store.lastTick(), decider));
    }

    private CustomerStore store(int partition) {
        QueryResult<CustomerStore> store = running()
                .query(StateQueryRequest.inStore(DecisionTopology.CUSTOMERS)
                        .withQuery(new CustomerStore.Read())
                        .withPartitions(Set.of(partition))
                        .requireActive())
                .getOnlyPartitionResult();
        if (store == null || store.isFailure() || !store.getResult().isOpen()) {
            throw new Unavailable();
        }
        return store.getResult();
    }

    private KeyQueryMetadata holder(String customerId) {
        KeyQueryMetadata holder =
                running().queryMetadataForKey(DecisionTopology.CUSTOMERS, customerId, new StringSerializer());
        if (holder == null || holder.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new Unavailable();
        }
        return holder;
    }

    private KafkaStreams running() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null || !running.state().isRunningOrRebalancing()) {
            throw new Unavailable();
        }
        return running;
    }

    private static String endpoint(HostInfo host) {
        return host.host() + ":" + host.port();
    }

    /** Nobody can say just now, because partitions are being handed over; asking again shortly will do. */
    public static final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unavailable() {
            super("The customer's state is being handed over to another instance; try again in a few seconds");
        }

        /** Another instance that would have to answer does not. */
        public Unavailable(String instance, Throwable cause) {
            super("The instance %s cannot answer just now; try again in a few seconds".formatted(instance), cause);
        }
    }
}
