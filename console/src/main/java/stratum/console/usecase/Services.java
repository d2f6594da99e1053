package stratum.console.usecase;

import reactor.core.publisher.Mono;
import stratum.console.domain.ServicesReading;

/** The services, asked over HTTP. One that does not answer is no error: it is what there is to show. */
public interface Services {

    Mono<ServicesReading> read();
}
