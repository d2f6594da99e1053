package stratum.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import stratum.schemas.EventSerde;

/** Lets Boot's Kafka clients read and write the catalogue's records. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(StratumSettings.class)
public class KafkaClientsConfiguration {

    /** Settings of the serde, with whatever classes the environment puts behind it. */
    @Bean
    @ConditionalOnMissingBean
    SerdeSettings serdeSettings(StratumSettings stratum, Environment environment) {
        Map<String, Object> settings =
                new HashMap<>(EventSerde.settings(stratum.registry().url()));
        for (String behind : new String[] {EventSerde.SERIALIZER, EventSerde.DESERIALIZER}) {
            String name = environment.getProperty(behind);
            if (name != null) {
                settings.put(behind, name);
            }
        }
        return new SerdeSettings(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    EventSerde eventSerde(SerdeSettings settings) {
        EventSerde serde = new EventSerde();
        serde.configure(settings.values(), false);
        return serde;
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer writesEvents(SerdeSettings settings) {
        return factory -> factory.updateConfigs(settings.values());
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer readsEvents(SerdeSettings settings) {
        return factory -> factory.updateConfigs(settings.values());
    }

    /** What a client of {@link EventSerde} is configured with. */
    record SerdeSettings(Map<String, Object> values) {}
}
