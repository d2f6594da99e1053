package stratum.customer.usecase;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import stratum.customer.domain.Edit;
import stratum.customer.domain.Expectation;
import stratum.customer.store.CustomerFiles;
import stratum.customer.store.Outbox;
import stratum.customer.store.ProfileChange;
import stratum.events.CustomerProfiled;
import stratum.platform.kafka.StratumSettings;
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
    private static final String WITHIN_OVERRIDE = HeldFile.OVERRIDE + ".";

    private final CustomerFiles files;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    EditingFiles(
            CustomerFiles files,
            Outbox outbox,
            TransactionalOperator transaction,
            JsonMapper json,
            Clock clock,
            StratumSettings settings) {
        this.files = files;
        this.outbox = outbox;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.zone = settings.zone();
    }

    /**
     * How a file is to become another.
     *
     * @param body what was sent; event id and time may be stated in it
     * @param whole the file as it would be
     * @param check throws where the fact that would tell of it says what cannot be
     */
    private record Change(JsonNode body, Function<HeldFile, ObjectNode> whole, Consumer<CustomerProfiled> check) {

        Change(JsonNode body, Function<HeldFile, ObjectNode> whole) {
            this(body, whole, fact -> {});
        }
    }

    /**
     * Puts a profile in the place of the one held. Event id and time may be stated; consents that are not stay as they
     * are, and so does a tier set by hand.
     *
     * @throws InvalidInput with all that is wrong with it
     */
    public Mono<Edited> putProfile(String customerId, JsonNode profile, Expectation expectation) {
        if (!profile.isObject()) {
            return Mono.error(new InvalidInput("", "A profile is a JSON object."));
        }
        return edit(customerId, expectation, new Change(profile, file -> file.with((ObjectNode) profile)));
    }

    /**
     * Puts consents in the place of those held. One that does not say when it was given is given now.
     *
     * @throws InvalidInput with all that is wrong with them
     * @throws NotFound where the customer has no profile yet
     */
    public Mono<Edited> putConsents(String customerId, JsonNode body, Expectation expectation) {
        JsonNode consents = body.isObject() ? body.path(HeldFile.CONSENTS) : body;
        if (!consents.isArray()) {
            return Mono.error(new InvalidInput(HeldFile.CONSENTS, "Consents are a list."));
        }
        return edit(
                customerId,
                expectation,
                new Change(body, file -> file.whole().set(HeldFile.CONSENTS, dated((ArrayNode) consents))));
    }

    /**
     * Sets a tier by hand, in the place of any that was set. Event id and time may be stated.
     *
     * @throws InvalidInput with all that is wrong with it
     * @throws NotFound where the customer has no profile yet
     */
    public Mono<Edited> putOverride(String customerId, JsonNode body, Expectation expectation) {
        if (!body.isObject()) {
            return Mono.error(new InvalidInput("", "A tier set by hand is a JSON object."));
        }
        ObjectNode override = ((ObjectNode) body).deepCopy().remove(List.of("eventId", "occurredAt"));
        Change change =
                new Change(body, file -> file.whole().set(HeldFile.OVERRIDE, override), this::requireOverrideToHold);
        return edit(customerId, expectation, change).onErrorMap(InvalidInput.class, EditingFiles::withinOverride);
    }

    /**
     * Ends a tier set by hand.
     *
     * @throws NotFound where none is set
     */
    public Mono<Edited> endOverride(String customerId, Expectation expectation) {
        return edit(customerId, expectation, new Change(json.createObjectNode(), HeldFile::withoutOverride));
    }

    /** Whether there is such a tier only scoring knows, which has the policies. */
    private void requireOverrideToHold(CustomerProfiled fact) {
        LocalDate today = fact.getOccurredAt().atZone(zone).toLocalDate();
        LocalDate until = fact.getTierOverride().getUntil();
        if (!until.isAfter(today)) {
            throw new InvalidInput("until", "A tier set by hand on %s cannot end on %s.".formatted(today, until));
        }
    }

    /** The body is what stands under that name in the file. */
    private static InvalidInput withinOverride(InvalidInput wrong) {
        return new InvalidInput(wrong.mistakes().stream()
                .map(mistake -> mistake.field().startsWith(WITHIN_OVERRIDE)
                        ? new Mistake(mistake.field().substring(WITHIN_OVERRIDE.length()), mistake.message())
                        : mistake)
                .toList());
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

    private Mono<Edited> edit(String customerId, Expectation expectation, Change change) {
        JsonNode body = change.body();
        String eventId = text(body, "eventId", UUID.randomUUID().toString());
        return files.lock(customerId)
                .flatMap(file -> {
                    ObjectNode whole = change.whole().apply(new HeldFile(customerId, file, json));
                    CustomerProfiled draft = read(customerId, eventId, body, whole);
                    change.check().accept(draft);
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
