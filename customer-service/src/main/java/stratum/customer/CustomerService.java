package stratum.customer;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts customer-service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class CustomerService {

    public static void main(String[] arguments) {
        SpringApplication.run(CustomerService.class, arguments);
    }

    /** The only wall clock of the service: it stamps edits and ticks, and decides nothing. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
