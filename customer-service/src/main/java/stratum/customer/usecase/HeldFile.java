package stratum.customer.usecase;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stratum.customer.store.CustomerFile;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A customer file as it is held, for those who change a part of it and leave the rest as it is. */
record HeldFile(String customerId, CustomerFile file, JsonMapper json) {

    static final String CONSENTS = "consents";
    static final String OVERRIDE = "tierOverride";

    /** The whole of it, to be changed. */
    ObjectNode whole() {
        ObjectNode whole = profile()
                .orElseThrow(
                        () -> new NotFound("Customer %s has no profile yet; put that first.".formatted(customerId)));
        return with(CONSENTS, consents(), whole);
    }

    /** With another profile. Consents stay unless it says them, and so does a tier set by hand, which no profile sets. */
    ObjectNode with(ObjectNode profile) {
        if (profile.has(OVERRIDE)) {
            throw new InvalidInput(OVERRIDE, "A tier is set by hand with PUT .../tier-override.");
        }
        ObjectNode whole = profile.deepCopy();
        with(OVERRIDE, profile().map(held -> held.get(OVERRIDE)).orElse(null), whole);
        return whole.has(CONSENTS) ? whole : with(CONSENTS, consents(), whole);
    }

    ObjectNode withoutOverride() {
        ObjectNode whole = whole();
        if (whole.remove(OVERRIDE) == null) {
            throw new NotFound("Customer %s has no tier set by hand.".formatted(customerId));
        }
        return whole;
    }

    private Optional<ObjectNode> profile() {
        return Optional.ofNullable(file.profile()).map(held -> (ObjectNode) json.readTree(held));
    }

    private @Nullable JsonNode consents() {
        return file.consents() == null ? null : json.readTree(file.consents());
    }

    private static ObjectNode with(String name, @Nullable JsonNode part, ObjectNode whole) {
        return part == null ? whole : whole.set(name, part);
    }
}
