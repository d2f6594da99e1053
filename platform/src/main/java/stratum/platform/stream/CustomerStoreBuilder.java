package stratum.platform.stream;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds {@link CustomerStore}s, whose changelog Kafka Streams creates, compacts and restores from. */
final class CustomerStoreBuilder implements StoreBuilder<CustomerStore> {

    private final String name;
    private final Changelog changelog;

    CustomerStoreBuilder(String name, Changelog changelog) {
        this.name = name;
        this.changelog = changelog;
    }

    @Override
    public CustomerStore build() {
        return new CustomerStore(name, changelog);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public StoreBuilder<CustomerStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<CustomerStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<CustomerStore> withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public StoreBuilder<CustomerStore> withLoggingDisabled() {
        throw new UnsupportedOperationException("Without a changelog the customers would be lost");
    }
}
