package stratum.campaign.web;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.ContactPolicyReader;
import stratum.campaign.usecase.ContactPolicyRegister;
import stratum.campaign.usecase.ContactPolicyRegister.ContactPolicyVersion;
import stratum.campaign.usecase.SettingContactPolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How often and when customers may be contacted. Answers have the version as ETag; 0 is the standard one. */
@RestController
@RequestMapping("/v1/contact-policy")
final class ContactPolicyController {

    private final ContactPolicyRegister register;
    private final SettingContactPolicy setting;
    private final JsonMapper json;

    ContactPolicyController(ContactPolicyRegister register, SettingContactPolicy setting, JsonMapper json) {
        this.register = register;
        this.setting = setting;
        this.json = json;
    }

    /** A document, and who sets it. */
    record Setting(@Nullable String actor, @Nullable JsonNode document) {}

    /** The policy that was put in force last. */
    record ContactPolicyView(long version, String actor, Instant effectiveFrom, JsonNode document) {}

    @GetMapping
    Mono<ResponseEntity<ContactPolicyView>> last() {
        return register.last()
                .map(this::view)
                .defaultIfEmpty(
                        new ContactPolicyView(0, "Stratum", Instant.EPOCH, json.readTree(ContactPolicyReader.STANDARD)))
                .map(ContactPolicyController::answer);
    }

    @PutMapping
    Mono<ResponseEntity<ContactPolicyView>> set(
            @RequestBody Setting wanted, @RequestHeader(name = IF_MATCH, required = false) @Nullable String match) {
        return setting.set(
                        EditParameters.edition(match),
                        EditParameters.document(wanted.document()),
                        EditParameters.actor(wanted.actor()))
                .map(this::view)
                .map(ContactPolicyController::answer);
    }

    private ContactPolicyView view(ContactPolicyVersion policy) {
        return new ContactPolicyView(
                policy.version(), policy.actor(), policy.effectiveFrom(), json.readTree(policy.document()));
    }

    private static ResponseEntity<ContactPolicyView> answer(ContactPolicyView view) {
        return ResponseEntity.ok().eTag(EditParameters.etag(view.version())).body(view);
    }
}
