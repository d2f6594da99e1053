package stratum.sandbox.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import stratum.schemas.Topic;
import stratum.schemas.Topics;

/** Creates the topics of the catalogue as the sandbox wants them. */
final class TopicSetup {

    /** A dead letter is the record that was refused and its reasons on top. */
    private static final int DEAD_LETTER_BYTES = 5 * 1024 * 1024;

    /** Histories reach back to 1993, and "older than" is measured against the wall clock. */
    private static final long HUNDRED_YEARS_MILLIS = TimeUnit.DAYS.toMillis(36_525);

    private TopicSetup() {}

    static void createMissing(String bootstrapServers, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get(60, TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.catalogue().stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .map(topic -> newTopic(topic, topic.keyedByCustomer() ? partitions : 1))
                    .toList();
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new SandboxFailure("The topics could not be created: %s.".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The start was interrupted.", e);
        }
    }

    private static NewTopic newTopic(Topic topic, int partitions) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        settings.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(topic.carriesRawRecords() ? DEAD_LETTER_BYTES : Topics.MAX_MESSAGE_BYTES));
        if (topic.compacted()) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            settings.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(HUNDRED_YEARS_MILLIS));
        }
        return new NewTopic(topic.name(), partitions, (short) 1).configs(settings);
    }
}
