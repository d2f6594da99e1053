package stratum.platform.stream;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.schemas.UnreadableRecord;

/** Fills a {@link ReferenceStore}. What cannot be read is reported and left out: all else goes on as before it. */
final class ReferenceReader implements Processor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceReader.class);

    private final DecisionTopology<?> topology;
    private final String topic;
    private @Nullable ProcessorContext<Void, Void> context;

    ReferenceReader(DecisionTopology<?> topology, String topic) {
        this.topology = topology;
        this.topic = topic;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        ProcessorContext<Void, Void> here = requireNonNull(context);
        long offset = here.recordMetadata().orElseThrow().offset();
        ReferenceStore store = here.getStateStore(ReferenceStore.nameOf(topic));
        try {
            store.add(offset, topology.admitReference(topic, record.value()));
        } catch (Refused e) {
            refused(e.reason(), offset, e);
        } catch (UnreadableRecord e) {
            refused(e.reason(), offset, e);
        }
    }

    private void refused(String reason, long offset, RuntimeException why) {
        LOG.error("{} at {} is left out ({}): {}", topic, offset, reason, why.getMessage());
        topology.refused(reason);
    }
}
