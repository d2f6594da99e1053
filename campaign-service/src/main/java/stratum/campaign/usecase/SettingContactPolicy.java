package stratum.campaign.usecase;

import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.ContactPolicyRegister.ContactPolicyVersion;
import stratum.platform.web.InvalidInput;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts contact policies in force. */
@Component
public final class SettingContactPolicy {

    private static final String EFFECTIVE_FROM = "effectiveFrom";

    private final ContactPolicyRegister register;
    private final JsonMapper json;
    private final Clock clock;

    /** Begins with what is in the register. */
    public SettingContactPolicy(ContactPolicyRegister register, JsonMapper json, Clock clock) {
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Puts a policy in force, from now on where it does not say from when.
     *
     * @param last the version that who sets it has seen; 0 for the standard one
     * @throws InvalidInput with a sentence for each mistake in the document
     * @throws CampaignRefused where another was put in force since
     */
    public Mono<ContactPolicyVersion> set(long last, ObjectNode document, String actor) {
        return Mono.fromCallable(() -> complete(document))
                .flatMap(text ->
                        register.add(last, text, ContactPolicyReader.read(text).effectiveFrom(), actor))
                .switchIfEmpty(Mono.defer(() -> register.last()
                        .map(ContactPolicyVersion::version)
                        .defaultIfEmpty(0L)
                        .flatMap(now -> Mono.error(CampaignRefused.overtaken(now)))));
    }

    private String complete(ObjectNode document) {
        ObjectNode complete = document.deepCopy();
        if (!complete.hasNonNull(EFFECTIVE_FROM)) {
            complete.put(EFFECTIVE_FROM, clock.instant().toString());
        }
        String text = json.writeValueAsString(complete);
        ContactPolicyReader.read(text);
        return text;
    }
}
