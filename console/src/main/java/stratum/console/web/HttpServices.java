package stratum.console.web;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.console.ConsoleSettings;
import stratum.console.domain.CustomerStory;
import stratum.console.domain.CustomerStory.Told;
import stratum.console.domain.Distribution;
import stratum.console.domain.Health.Answer;
import stratum.console.domain.ServicesReading;
import stratum.console.usecase.Customers;
import stratum.console.usecase.Services;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Asks the services over HTTP. Each question has its own short patience, so that one that hangs hides no other. */
final class HttpServices implements Services, Customers {

    private static final Logger log = LoggerFactory.getLogger(HttpServices.class);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration PATIENCE_FOR_ONE = Duration.ofSeconds(3);
    private static final int LARGEST = 4 * 1024 * 1024;

    private final WebClient http = WebClient.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
            .build();
    private final ConsoleSettings settings;
    private final URI registry;

    HttpServices(ConsoleSettings settings, URI registry) {
        this.settings = settings;
        this.registry = registry;
    }

    @Override
    public Mono<ServicesReading> read() {
        return Mono.zip(
                        answers(),
                        distribution(settings.scoringUrl(), "/v1/tiers/distribution", "tiers"),
                        distribution(settings.lifecycleUrl(), "/v1/stages/distribution", "stages"),
                        get(settings.campaignUrl(), "/actuator/prometheus", String.class, PATIENCE)
                                .mapNotNull(Metrics::reached)
                                .map(Optional::of)
                                .onErrorReturn(Optional.empty())
                                .defaultIfEmpty(Optional.empty()))
                .map(all -> new ServicesReading(
                        all.getT1(),
                        all.getT2().orElse(null),
                        all.getT3().orElse(null),
                        all.getT4().orElse(null)));
    }

    @Override
    public Mono<CustomerStory> story(String customer) {
        return Mono.zip(
                        told(settings.scoringUrl(), "/v1/scores/" + customer, Answers::tier),
                        told(settings.lifecycleUrl(), "/v1/stages/" + customer, Answers::stage),
                        decisions(customer))
                .map(all -> new CustomerStory(customer, all.getT1(), all.getT2(), all.getT3()));
    }

    private Mono<Told<List<CustomerStory.DecisionStory>>> decisions(String customer) {
        Mono<JsonNode> offers = get(
                        settings.campaignUrl(), "/v1/offers?customer=" + customer, JsonNode.class, PATIENCE_FOR_ONE)
                .onErrorResume(e -> Mono.empty())
                .defaultIfEmpty(MissingNode.getInstance());
        return offers.flatMap(made -> told(
                settings.campaignUrl(),
                "/v1/decisions?customer=" + customer,
                decisions -> Answers.decisions(decisions, made)));
    }

    private Mono<Map<String, Answer>> answers() {
        Map<String, URI> parts = new LinkedHashMap<>();
        parts.put("registry", registry.resolve("/health/ready"));
        parts.put("customer", readiness(settings.customerUrl()));
        parts.put("scoring", readiness(settings.scoringUrl()));
        parts.put("lifecycle", readiness(settings.lifecycleUrl()));
        parts.put("campaign", readiness(settings.campaignUrl()));
        return Flux.fromIterable(parts.entrySet())
                .flatMap(part -> answer(part.getValue()).map(answer -> Map.entry(part.getKey(), answer)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static URI readiness(URI service) {
        return service.resolve("/actuator/health/readiness");
    }

    private Mono<Answer> answer(URI url) {
        return http.get()
                .uri(url)
                .exchangeToMono(response -> response.releaseBody()
                        .thenReturn(response.statusCode().is2xxSuccessful() ? Answer.READY : Answer.NOT_READY))
                .timeout(PATIENCE)
                .onErrorReturn(Answer.NONE);
    }

    private Mono<Optional<Distribution>> distribution(URI service, String path, String counts) {
        return get(service, path, JsonNode.class, PATIENCE)
                .map(json -> Optional.of(Answers.distribution(json, counts)))
                .onErrorReturn(Optional.empty());
    }

    private <T> Mono<Told<T>> told(URI service, String path, Function<JsonNode, T> story) {
        return get(service, path, JsonNode.class, PATIENCE_FOR_ONE)
                .map(json -> Told.of(story.apply(json)))
                .onErrorResume(
                        WebClientResponseException.class,
                        e -> Mono.just(e.getStatusCode() == HttpStatus.NOT_FOUND ? Told.unknown() : Told.nothing()))
                .onErrorResume(e -> {
                    log.info("{}{} did not answer: {}", service, path, e.toString());
                    return Mono.just(Told.nothing());
                });
    }

    private <T> Mono<T> get(URI service, String path, Class<T> type, Duration patience) {
        return http.get().uri(service.resolve(path)).retrieve().bodyToMono(type).timeout(patience);
    }
}
