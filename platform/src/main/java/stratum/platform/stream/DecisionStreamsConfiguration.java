package stratum.platform.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.streams.KafkaStreamsMicrometerListener;
import stratum.platform.kafka.KafkaClientsConfiguration;
import stratum.platform.kafka.StratumSettings;

/** Runs the {@link DecisionTopology} of a service that has one. */
@AutoConfiguration(after = KafkaClientsConfiguration.class)
@ConditionalOnBean(DecisionTopology.class)
@EnableConfigurationProperties(StreamSettings.class)
public class DecisionStreamsConfiguration {

    @Bean
    StreamsBuilderFactoryBean decisionStreams(
            DecisionTopology<?> decisions,
            StratumSettings stratum,
            StreamSettings streams,
            KafkaConnectionDetails kafka,
            MeterRegistry meters) {
        StreamsBuilderFactoryBean factory = new StreamsBuilderFactoryBean(
                new KafkaStreamsConfiguration(config(decisions, stratum, streams, kafka, meters)));
        factory.setClientSupplier(new TrackingClients(decisions));
        factory.setStreamsUncaughtExceptionHandler(new LoudFailure());
        factory.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
            @Override
            public void configureTopology(Topology topology) {
                decisions.addTo(topology);
            }
        });
        factory.setCloseTimeout(15);
        // A clean stop hands its partitions over at once instead of after a session timeout.
        factory.setLeaveGroupOnClose(true);
        factory.addListener(new KafkaStreamsMicrometerListener(meters));
        return factory;
    }

    @Bean
    CustomerStates customerStates(StreamsBuilderFactoryBean decisionStreams, StratumSettings stratum) {
        return new CustomerStates(decisionStreams, stratum.instance());
    }

    @Bean
    StreamsHealth streamsHealthIndicator(StreamsBuilderFactoryBean decisionStreams) {
        return new StreamsHealth(decisionStreams);
    }

    private static Map<String, Object> config(
            DecisionTopology<?> decisions,
            StratumSettings stratum,
            StreamSettings streams,
            KafkaConnectionDetails kafka,
            MeterRegistry meters) {
        Map<String, Object> config = DecisionStreams.settings(decisions);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getStreams().getBootstrapServers());
        config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, securityProtocol(kafka));
        config.put(DeadLetterHandler.METERS, meters);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stratum.stateDir());
        config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, stratum.instance());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbys());
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                streams.commitInterval().toMillis());
        return config;
    }

    private static String securityProtocol(KafkaConnectionDetails kafka) {
        String protocol = kafka.getStreams().getSecurityProtocol();
        return protocol == null ? CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL : protocol;
    }
}
