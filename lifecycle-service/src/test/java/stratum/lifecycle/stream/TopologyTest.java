package stratum.lifecycle.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import stratum.lifecycle.reference.Facts;
import stratum.lifecycle.usecase.PolicyReading;
import stratum.platform.stream.DecisionDriver;

/** The topology as it was last agreed: a changed name would orphan the state of a running bank. */
final class TopologyTest {

    @Test
    void the_topology_is_the_one_agreed() throws IOException {
        LifecycleDecider decider =
                LifecycleDecider.shipped(PolicyReading.defaultPolicy(), new BankFacts(ZoneOffset.UTC, Facts.CURRENCY));
        Topology topology = new Topology();
        LifecycleStream.topology(decider, DecisionDriver.settings("lifecycle", ZoneOffset.UTC))
                .addTo(topology);

        assertThat(topology.describe().toString().strip()).isEqualTo(agreed());
    }

    private static String agreed() throws IOException {
        try (InputStream file = TopologyTest.class.getResourceAsStream("/topology.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
