package stratum.platform.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
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
     */
    public record Known(
            String customerId, byte[] state, @Nullable Instant clock) {}

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
        int partition = holder(customerId).partition();
        try {
            byte[] record = store(DecisionTopology.CUSTOMERS, partition).get(customerId);
            return Optional.ofNullable(record).flatMap(bytes -> known(customerId, bytes, clock(partition)));
        } catch (InvalidStateStoreException e) {
            throw new Unavailable(e);
        }
    }

    /**
     * Everybody this instance holds, by customer id within a partition.
     *
     * @throws Unavailable while partitions are being handed over
     */
    public List<Known> all() {
        List<Known> all = new ArrayList<>();
        try {
            running().metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.activeTasks().stream())
                    .mapToInt(task -> task.taskId().partition())
                    .sorted()
                    .forEach(partition -> addAll(partition, all));
        } catch (InvalidStateStoreException e) {
            throw new Unavailable(e);
        }
        return all;
    }

    private void addAll(int partition, List<Known> all) {
        Instant clock = clock(partition);
        try (KeyValueIterator<String, byte[]> customers =
                store(DecisionTopology.CUSTOMERS, partition).all()) {
            while (customers.hasNext()) {
                KeyValue<String, byte[]> one = customers.next();
                known(one.key, one.value, clock).ifPresent(all::add);
            }
        }
    }

    private static Optional<Known> known(String customerId, byte[] record, @Nullable Instant clock) {
        byte[] state = Held.read(record).state();
        return state == null ? Optional.empty() : Optional.of(new Known(customerId, state, clock));
    }

    private @Nullable Instant clock(int partition) {
        return Watermarks.lastIn(store(DecisionTopology.CLOCK, partition).get(DecisionTopology.CLOCK));
    }

    private ReadOnlyKeyValueStore<String, byte[]> store(String name, int partition) {
        return running()
                .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, byte[]>keyValueStore())
                        .withPartition(partition));
    }

    private KeyQueryMetadata holder(String customerId) {
        KeyQueryMetadata holder =
                running().queryMetadataForKey(DecisionTopology.CUSTOMERS, customerId, new StringSerializer());
        if (holder == null || holder.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new Unavailable(null);
        }
        return holder;
    }

    private KafkaStreams running() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null || !running.state().isRunningOrRebalancing()) {
            throw new Unavailable(null);
        }
        return running;
    }

    private static String endpoint(HostInfo host) {
        return host.host() + ":" + host.port();
    }

    /** Nobody can say just now, because partitions are being handed over; asking again shortly will do. */
    public static final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unavailable(@Nullable Throwable cause) {
            super("The customer's state is being handed over to another instance; try again in a few seconds", cause);
        }
    }
}
