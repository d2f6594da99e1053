package stratum.customer.usecase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.customer.publish.Repeating;

/** Looks again and again whether somebody is to be placed, or to be told what is held together. */
@Configuration(proxyBeanMethods = false)
class RepeatedPlacing {

    @Bean
    Repeating placing(CareSettings settings, PlacingCustomers placing) {
        return new Repeating("placing", settings.every(), placing::placeAll);
    }

    @Bean
    Repeating relating(CareSettings settings, RelatingCustomers relating) {
        return new Repeating("relating", settings.every(), relating::relateAll);
    }
}
