package stratum.console;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import stratum.console.usecase.Brokers;
import stratum.console.usecase.Decisions;
import stratum.console.usecase.Services;
import stratum.console.usecase.Snapshots;
import stratum.console.usecase.WatchingTheRoad;

/** Puts the ports together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleSetup {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WatchingTheRoad watchingTheRoad(Brokers brokers, Decisions decisions, Services services, Clock clock) {
        return new WatchingTheRoad(brokers, decisions, services, clock);
    }

    @Bean
    Snapshots snapshots(WatchingTheRoad watching) {
        return watching.snapshots();
    }

    @Bean
    Looking looking(WatchingTheRoad watching, ConsoleSettings settings) {
        return new Looking(watching, settings.pace());
    }
}
