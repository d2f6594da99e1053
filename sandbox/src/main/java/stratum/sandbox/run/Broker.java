package stratum.sandbox.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import stratum.schemas.Topics;

/** How the Kafka broker of the sandbox is set up and started. */
final class Broker {

    static final String NAME = "broker";

    private Broker() {}

    static List<String> command(Workplace place, SandboxSettings settings) {
        Path file = place.run().resolve("broker.properties");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties(place, settings.ports()).store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Jvm(NAME, place, settings.archiving())
                .heap("512m")
                .set("logback.configurationFile", "broker-logback.xml")
                .command(Jvm.ownClasspath(), BrokerProgram.class.getName(), file.toString());
    }

    private static Properties properties(Workplace place, Ports ports) {
        Properties all = new Properties();
        all.putAll(java.util.Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + ports.controller(),
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(ports.broker(), ports.controller()),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + ports.broker(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                place.data().resolve("kafka").toString(),
                // A lock of its own: without it a second broker would write into the first one's metadata.
                "metadata.log.dir",
                place.data().resolve("kafka-metadata").toString()));
        all.putAll(java.util.Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false",
                "message.max.bytes", Integer.toString(Topics.MAX_MESSAGE_BYTES)));
        all.putAll(java.util.Map.of(
                "log.cleaner.dedupe.buffer.size",
                "16777216",
                "broker.session.timeout.ms",
                "3000",
                "broker.heartbeat.interval.ms",
                "500",
                // Facts bear the time they happened, decades apart or ahead: neither may close segments or be refused.
                "log.roll.ms",
                Long.toString(Long.MAX_VALUE),
                "log.message.timestamp.after.max.ms",
                Long.toString(Long.MAX_VALUE),
                "log.retention.ms",
                "-1",
                // Small enough that what is compacted can be compacted on a small machine.
                "log.segment.bytes",
                Integer.toString(64 << 20),
                "log.index.size.max.bytes",
                Integer.toString(1 << 20),
                // A sandbox may rest for months, and goes on where it was.
                "offsets.retention.minutes",
                Integer.toString(10 * 366 * 24 * 60),
                "num.network.threads",
                "2"));
        return all;
    }
}
