package stratum.customer.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.customer.usecase.FactAnswer;
import stratum.customer.usecase.TakingFacts;
import tools.jackson.databind.JsonNode;

/** Takes facts over HTTP: one, a list, or a stream of lines; the answer has the shape of the question. */
@RestController
final class FactsController {

    private final TakingFacts taking;

    FactsController(TakingFacts taking) {
        this.taking = taking;
    }

    @PostMapping(
            path = "/v1/facts",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Object>> take(@RequestBody JsonNode body) {
        Mono<List<FactAnswer>> answers = taking.take(body).collectList();
        return body.isArray() ? answers.map(ResponseEntity::ok) : answers.map(one -> alone(one.get(0)));
    }

    /** Of a list each fact has its own answer; of a single fact the answer is that of the request. */
    private static ResponseEntity<Object> alone(FactAnswer answer) {
        HttpStatus status =
                switch (answer.status()) {
                    case FactAnswer.ACCEPTED -> HttpStatus.OK;
                    case FactAnswer.REJECTED -> HttpStatus.UNPROCESSABLE_CONTENT;
                    default -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        return ResponseEntity.status(status).body(answer);
    }

    @PostMapping(
            path = "/v1/facts",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<FactAnswer> takeLines(@RequestBody Flux<String> lines) {
        return taking.takeLines(lines);
    }
}
