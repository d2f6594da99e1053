package stratum.schemas;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * One topic of the catalogue.
 *
 * @param name the topic's name
 * @param owner the service that writes it, or {@code bank}
 * @param keyedByCustomer whether the key is the customer id; all such topics have the same number of partitions
 * @param compacted whether only the latest record of a key is kept
 * @param records the records it carries, the one it exists for first
 * @param says what its records say, in a sentence
 */
public record Topic(
        String name, String owner, boolean keyedByCustomer, boolean compacted, List<Schema> records, String says) {

    /** Dead letters carry whatever could not be read, so they have no schema. */
    public boolean carriesRawRecords() {
        return records.isEmpty();
    }

    /** The registry subject of each record: {@code <topic>-value} for the first, {@code <topic>-<record>} for others. */
    public String subjectOf(Schema schema) {
        boolean first = records.isEmpty() || records.get(0).getFullName().equals(schema.getFullName());
        return name + "-" + (first ? "value" : schema.getFullName());
    }

    List<String> subjects() {
        return IntStream.range(0, records.size())
                .mapToObj(i -> subjectOf(records.get(i)))
                .toList();
    }
}
