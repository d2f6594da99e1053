package stratum.customer.usecase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.customer.publish.Repeating;

/** Looks again and again whether somebody is to be placed. */
@Configuration(proxyBeanMethods = false)
class RepeatedPlacing {

    @Bean
    Repeating placing(CareSettings settings, PlacingCustomers placing) {
        return new Repeating("placing", settings.every(), placing::placeAll);
    }
}
