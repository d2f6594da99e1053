package stratum.customer.publish;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.LoggingProducerListener;

/** How failures to publish are logged: with the topic, and never with what was to be published. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    LoggingProducerListener<Object, Object> producerListener() {
        LoggingProducerListener<Object, Object> listener = new LoggingProducerListener<>();
        listener.setIncludeContents(false);
        return listener;
    }
}
