package stratum.platform.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the stores' changes to their changelogs at the end of each transaction. A stream thread has one producer and one
 * transaction for all its tasks, and hands over the offsets just before it commits: whatever is sent then is committed
 * with them, or with nothing.
 */
final class Changelog {

    /** Takes one changed record; nothing in the place of one that is no more. */
    interface Writer {
        void write(String topic, int partition, byte[] key, byte @Nullable [] value);
    }

    private final ThreadLocal<List<CustomerStore>> changed = ThreadLocal.withInitial(ArrayList::new);

    /** This store of the current thread's has changed. */
    void add(CustomerStore store) {
        changed.get().add(store);
    }

    void remove(CustomerStore store) {
        changed.get().remove(store);
    }

    /** Sends what the current thread's stores have changed since the last commit. */
    void save(Producer<byte[], byte[]> producer) {
        List<CustomerStore> stores = changed.get();
        stores.forEach(store -> store.save(
                (topic, partition, key, value) -> producer.send(new ProducerRecord<>(topic, partition, key, value))));
        stores.clear();
    }
}
