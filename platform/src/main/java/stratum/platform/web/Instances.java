package stratum.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import stratum.platform.stream.CustomerStates;
import stratum.platform.stream.CustomerStates.Unavailable;

/** Answers questions about customers from this instance's state, or from that of the instance which holds them. */
public final class Instances {

    /** Marks a question that another instance passed on, so that it is answered here and goes no further. */
    private static final String PASSED_ON = "X-Stratum-Passed-On";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CustomerStates states;
    private final WebClient http = WebClient.create();

    public Instances(CustomerStates states) {
        this.states = states;
    }

    /**
     * Answers a question about one customer where the customer's state is.
     *
     * @param here answers it from the state of this instance
     * @throws NotFound where nobody knows the customer
     * @throws Unavailable where it is on an instance that does not answer
     */
    public Mono<? extends ResponseEntity<?>> answer(
            String customerId, ServerHttpRequest question, Supplier<? extends Optional<?>> here) {
        Optional<String> elsewhere = isPassedOn(question) ? Optional.empty() : states.elsewhere(customerId);
        return elsewhere.isPresent()
                ? pass(question, elsewhere.get())
                        .retrieve()
                        // What the other instance refuses is refused in its words; it is no failure of this one.
                        .onStatus(HttpStatusCode::isError, refusal -> Mono.empty())
                        .toEntity(byte[].class)
                        .timeout(PATIENCE)
                        .onErrorMap(Instances::isAway, away -> new Unavailable(elsewhere.get(), away))
                : Mono.fromSupplier(() -> ResponseEntity.ok(
                        here.get().orElseThrow(() -> new NotFound("There is no customer %s.".formatted(customerId)))));
    }

    /**
     * Gathers the answers of all instances, in order.
     *
     * @param here the answers of this instance, in that order
     * @throws Unavailable where one of them does not answer, for then somebody would be missing
     */
    public <T> Flux<T> gather(
            ServerHttpRequest question,
            ParameterizedTypeReference<T> type,
            Comparator<? super T> order,
            Supplier<Stream<T>> here) {
        List<Flux<T>> answers = new ArrayList<>();
        answers.add(Flux.defer(() -> Flux.fromStream(here.get())).subscribeOn(Schedulers.boundedElastic()));
        if (!isPassedOn(question)) {
            states.others().forEach(other -> answers.add(ask(question, other, type)));
        }
        return Flux.mergeComparing(256, order, answers.toArray(Flux[]::new));
    }

    private <T> Flux<T> ask(ServerHttpRequest question, String other, ParameterizedTypeReference<T> type) {
        return pass(question, other)
                .retrieve()
                .bodyToFlux(type)
                .timeout(PATIENCE)
                .onErrorMap(Instances::isAway, away -> new Unavailable(other, away));
    }

    /** It restores its state still, does not answer in time, or is gone and not yet missed. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof WebClientResponseException.ServiceUnavailable
                || failure instanceof WebClientRequestException
                || failure instanceof TimeoutException
                || failure instanceof IOException;
    }

    private WebClient.RequestHeadersSpec<?> pass(ServerHttpRequest question, String instance) {
        return http.get()
                .uri(UriComponentsBuilder.fromUri(question.getURI())
                        .scheme("http")
                        .host(instance.substring(0, instance.lastIndexOf(':')))
                        .port(instance.substring(instance.lastIndexOf(':') + 1))
                        .build(true)
                        .toUri())
                .header(PASSED_ON, "1")
                .headers(headers -> headers.setAccept(question.getHeaders().getAccept()));
    }

    private static boolean isPassedOn(ServerHttpRequest question) {
        return question.getHeaders().getFirst(PASSED_ON) != null;
    }
}
