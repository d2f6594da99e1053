package stratum.console.usecase;

import reactor.core.publisher.Mono;
import stratum.console.domain.CustomerStory;

/** What the services tell of one customer. */
public interface Customers {

    Mono<CustomerStory> story(String customer);
}
