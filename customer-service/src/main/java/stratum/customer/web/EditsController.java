package stratum.customer.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.customer.usecase.EditingFiles;
import stratum.customer.usecase.EditingFiles.Edited;
import stratum.customer.usecase.FactWriter;
import stratum.customer.usecase.RelatingCustomers;
import stratum.platform.web.InvalidInput;
import stratum.schemas.FactRules;
import tools.jackson.databind.JsonNode;

/** Edits of customer files. The answer is the file as it now is, with its version as ETag. */
@RestController
final class EditsController {

    private final EditingFiles editing;
    private final RelatingCustomers relating;

    EditsController(EditingFiles editing, RelatingCustomers relating) {
        this.editing = editing;
        this.relating = relating;
    }

    @PutMapping(path = "/v1/customers/{id}/profile", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> profile(
            @PathVariable String id, @RequestBody JsonNode profile, @RequestHeader HttpHeaders headers) {
        return relating.requireSound(customer(id), profile)
                .then(Mono.defer(() -> editing.putProfile(id, profile, Preconditions.of(headers))))
                .map(EditsController::answer);
    }

    @PutMapping(path = "/v1/customers/{id}/consents", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> consents(
            @PathVariable String id, @RequestBody JsonNode consents, @RequestHeader HttpHeaders headers) {
        return editing.putConsents(customer(id), consents, Preconditions.of(headers))
                .map(EditsController::answer);
    }

    @PutMapping(path = "/v1/customers/{id}/tier-override", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> override(
            @PathVariable String id, @RequestBody JsonNode override, @RequestHeader HttpHeaders headers) {
        return editing.putOverride(customer(id), override, Preconditions.of(headers))
                .map(EditsController::answer);
    }

    @DeleteMapping(path = "/v1/customers/{id}/tier-override", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> endOverride(@PathVariable String id, @RequestHeader HttpHeaders headers) {
        return editing.endOverride(customer(id), Preconditions.of(headers)).map(EditsController::answer);
    }

    private static String customer(String id) {
        if (!FactRules.isCustomerId(id)) {
            throw new InvalidInput(
                    "customerId",
                    "A customer id is 1 to 64 of letters, digits, '.', '_' and '-', not '%s'.".formatted(id));
        }
        return id;
    }

    private static ResponseEntity<String> answer(Edited edited) {
        return ResponseEntity.ok().eTag(Preconditions.etag(edited.version())).body(FactWriter.whole(edited.fact()));
    }
}
