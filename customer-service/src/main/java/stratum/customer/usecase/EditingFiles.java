package stratum.customer.usecase;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import stratum.customer.domain.Edit;
import stratum.customer.domain.Expectation;
import stratum.customer.store.CustomerFile;
import stratum.customer.store.CustomerFiles;
import stratum.customer.store.Outbox;
import stratum.customer.store.ProfileChange;
import stratum.events.CustomerProfiled;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.InvalidInput.Mistake;
import stratum.platform.web.NotFound;
import stratum.schemas.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edits customer files. The file and the fact that tells of it are written in one transaction; the fact reaches the log
 * through the outbox. A file is published whole, so an edit of one part takes the rest from the file as it is held.
 */
@Component
public final class EditingFiles {

    private static final Set<String> NOT_IN_THE_FILE = Set.of("eventId", "customerId", "occurredAt", "consents");

    private final CustomerFiles files;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Clock clock;

    EditingFiles(CustomerFiles files, Outbox outbox, TransactionalOperator transaction, JsonMapper json, Clock clock) {
        this.files = files;
        this.outbox = outbox;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Puts a profile in the place of the one held. Event id and time may be stated; consents that are not stay as they
     * are.
     *
     * @throws InvalidInput with all that is wrong with it
     */
    public Mono<Edited> putProfile(String customerId, JsonNode profile, Expectation expectation) {
        if (!profile.isObject()) {
            return Mono.error(new InvalidInput("", "A profile is a JSON object."));
        }
        return edit(customerId, expectation, profile, file -> {
            ObjectNode whole = ((ObjectNode) profile).deepCopy();
            if (!whole.has("consents") && file.consents() != null) {
                whole.set("consents", json.readTree(file.consents()));
            }
            return whole;
        });
    }

    /**
     * Puts consents in the place of those held. One that does not say when it was given is given now.
     *
     * @throws InvalidInput with all that is wrong with them
     * @throws NotFound where the customer has no profile yet
     */
    public Mono<Edited> putConsents(String customerId, JsonNode body, Expectation expectation) {
        JsonNode consents = body.isObject() ? body.path("consents") : body;
        if (!consents.isArray()) {
            return Mono.error(new InvalidInput("consents", "Consents are a list."));
        }
        return edit(customerId, expectation, body, file -> {
            if (file.profile() == null) {
                throw new NotFound("Customer %s has no profile yet; put that first.".formatted(customerId));
            }
            ObjectNode whole = (ObjectNode) json.readTree(file.profile());
            return whole.set("consents", dated((ArrayNode) consents));
        });
    }

    private ArrayNode dated(ArrayNode consents) {
        ArrayNode dated = consents.deepCopy();
        for (JsonNode consent : dated) {
            if (consent instanceof ObjectNode given && !given.has("givenAt")) {
                given.put("givenAt", clock.instant().toString());
            }
        }
        return dated;
    }

    private Mono<Edited> edit(
            String customerId, Expectation expectation, JsonNode body, Function<CustomerFile, ObjectNode> change) {
        String eventId = text(body, "eventId", UUID.randomUUID().toString());
        return files.lock(customerId)
                .flatMap(file -> {
                    CustomerProfiled draft = read(customerId, eventId, body, change.apply(file));
                    Instant stated = body.has("occurredAt") ? draft.getOccurredAt() : null;
                    Edit edit = Edit.decide(file.state(), new Edit.Proposal(eventId, expectation, stated), now());
                    return write(draft, edit);
                })
                .as(transaction::transactional);
    }

    /** The fact, read by the rules that hold for all facts; its time is still that of asking. */
    private CustomerProfiled read(String customerId, String eventId, JsonNode body, ObjectNode whole) {
        whole.put("type", "CustomerProfiled").put("eventId", eventId);
        if (!whole.has("customerId")) {
            whole.put("customerId", customerId);
        }
        whole.put("occurredAt", text(body, "occurredAt", now().toString()));
        Reading reading = FactReader.read(whole);
        if (reading instanceof Reading.Broken broken) {
            throw new InvalidInput(broken.errors());
        }
        CustomerProfiled profile = (CustomerProfiled) ((Reading.Sound) reading).fact();
        if (!profile.getCustomerId().equals(customerId)) {
            throw new InvalidInput(
                    List.of(new Mistake("customerId", "It is not %s, as in the address.".formatted(customerId))));
        }
        return profile;
    }

    private Mono<Edited> write(CustomerProfiled draft, Edit edit) {
        if (edit instanceof Edit.Overtaken overtaken) {
            return Mono.error(new EditRefused(overtaken));
        } else if (edit instanceof Edit.Outdated outdated) {
            return Mono.error(new EditRefused(outdated));
        } else if (edit instanceof Edit.Absurd absurd) {
            String sentence = "%s is more than a day ahead of the clock, which says %s."
                    .formatted(absurd.statedAt(), absurd.now());
            return Mono.error(new InvalidInput("occurredAt", sentence));
        } else if (edit instanceof Edit.Repeated repeated) {
            return Mono.just(new Edited(repeated.version(), draft));
        }
        Edit.Made made = (Edit.Made) edit;
        CustomerProfiled fact = CustomerProfiled.newBuilder(draft)
                .setOccurredAt(made.occurredAt())
                .build();
        return files.change(changeOf(fact), made.version())
                .then(outbox.put(fitting(FactWriter.whole(fact))))
                .thenReturn(new Edited(made.version(), fact));
    }

    /** A file is published whole: one that the log cannot hold must not stand either. */
    private static String fitting(String fact) {
        int bytes = fact.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Topics.LARGEST_RECORD_BYTES) {
            throw new InvalidInput(
                    "", "The file has %d bytes and may have %d.".formatted(bytes, Topics.LARGEST_RECORD_BYTES));
        }
        return fact;
    }

    /** What a fact changes in a customer file. */
    public static ProfileChange changeOf(CustomerProfiled fact) {
        return new ProfileChange(
                fact.getCustomerId(),
                fact.getEventId(),
                fact.getOccurredAt(),
                FactWriter.without(NOT_IN_THE_FILE, fact),
                FactWriter.list(fact.getConsents()));
    }

    private Instant now() {
        return clock.instant();
    }

    private static String text(JsonNode body, String field, String otherwise) {
        @Nullable JsonNode value = body.get(field);
        return value == null ? otherwise : value.asString("");
    }

    /** A file after an edit. */
    public record Edited(long version, CustomerProfiled fact) {}
}
