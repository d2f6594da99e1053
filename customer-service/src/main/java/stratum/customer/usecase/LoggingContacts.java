package stratum.customer.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import stratum.customer.domain.BusinessTime;
import stratum.customer.store.BankClock;
import stratum.customer.store.Contact;
import stratum.customer.store.Contacts;
import stratum.customer.store.Outbox;
import stratum.events.Channel;
import stratum.events.InteractionKind;
import stratum.events.InteractionRecorded;
import stratum.platform.web.InvalidInput;
import stratum.platform.web.NotFound;

/**
 * Logs contacts with customers. The contact and the fact that tells of it are written in one transaction; the fact
 * reaches the log through the outbox, so that scoring and lifecycle see it. An attempt that reached nobody is kept, and
 * is no fact: the customer did nothing.
 */
@Component
public final class LoggingContacts {

    private static final Duration OLDEST = Duration.ofDays(400);
    private static final int LONGEST_NOTE = 2000;
    private static final Set<String> INTENTS = Set.of("A", "B", "C");

    /** What a person can have with a customer, and where it takes place unless said. */
    private static final Map<String, Channel> KINDS = new TreeMap<>(Map.of(
            InteractionKind.BRANCH_VISIT.name(), Channel.BRANCH,
            InteractionKind.CALL_IN.name(), Channel.PHONE,
            InteractionKind.CALL_OUT.name(), Channel.RM_CALL,
            InteractionKind.EVENT_ATTENDED.name(), Channel.BRANCH,
            InteractionKind.MESSAGE_IN.name(), Channel.MOBILE));

    private final Contacts contacts;
    private final Outbox outbox;
    private final BankClock bankClock;
    private final TransactionalOperator transaction;
    private final Clock clock;

    LoggingContacts(
            Contacts contacts, Outbox outbox, BankClock bankClock, TransactionalOperator transaction, Clock clock) {
        this.contacts = contacts;
        this.outbox = outbox;
        this.bankClock = bankClock;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A contact as somebody logs it.
     *
     * @param eventId makes a retry harmless; one is made up where there is none
     * @param staffId who had it
     * @param reached whether both sides took part; they did unless said
     * @param intent what the customer said of buying: A wants to, B thinks about it, C does not
     * @param offerId the offer it was about
     * @param occurredAt business time; that of the bank's clock unless said
     */
    public record Draft(
            @Nullable String eventId,
            @Nullable String staffId,
            @Nullable String kind,
            @Nullable String channel,
            @Nullable Boolean reached,
            @Nullable String intent,
            @Nullable String offerId,
            @Nullable String note,
            @Nullable Instant occurredAt) {}

    /**
     * Logs a contact, once for an event id.
     *
     * @throws InvalidInput with a sentence for each mistake
     * @throws NotFound where there is no such customer
     */
    public Mono<Contact> log(String customerId, Draft draft) {
        return bankClock
                .reached()
                .switchIfEmpty(Mono.fromSupplier(clock::instant))
                .map(now -> read(customerId, draft, now))
                .flatMap(contact -> contacts.lock(customerId)
                        .filter(known -> known)
                        .switchIfEmpty(Mono.error(() -> new NotFound("There is no customer %s.".formatted(customerId))))
                        .then(contacts.find(customerId, contact.contactId()))
                        .switchIfEmpty(Mono.defer(() -> write(contact)))
                        .as(transaction::transactional));
    }

    private static Contact read(String customerId, Draft draft, Instant now) {
        KeepingStaff.Mistakes mistakes = new KeepingStaff.Mistakes();
        String staffId = mistakes.text("staffId", draft.staffId(), "Who had the contact");
        String kind = draft.kind() == null ? "" : draft.kind();
        mistakes.unless(
                KINDS.containsKey(kind), "kind", "It is one of %s.".formatted(String.join(", ", KINDS.keySet())));
        String channel = draft.channel() == null
                ? KINDS.getOrDefault(kind, Channel.OTHER).name()
                : draft.channel();
        mistakes.unless(isChannel(channel), "channel", "There is no channel %s.".formatted(channel));
        mistakes.unless(
                draft.intent() == null || INTENTS.contains(draft.intent()),
                "intent",
                "It is A (wants to buy), B (thinks about it) or C (does not).");
        mistakes.unless(
                draft.note() == null || draft.note().length() <= LONGEST_NOTE,
                "note",
                "It may have %d characters.".formatted(LONGEST_NOTE));
        mistakes.unless(
                draft.offerId() == null || draft.offerId().length() <= 200, "offerId", "It may have 200 characters.");
        String eventId = draft.eventId() == null ? UUID.randomUUID().toString() : draft.eventId();
        mistakes.id("eventId", eventId);
        Instant at = draft.occurredAt() == null ? now : draft.occurredAt();
        mistakes.unless(
                !BusinessTime.isAbsurd(at, now) && !at.isBefore(now.minus(OLDEST)),
                "occurredAt",
                "%s is not between 400 days before and a day after the bank's clock, which says %s."
                        .formatted(at, now));
        mistakes.throwThem();
        return new Contact(
                customerId,
                at.truncatedTo(ChronoUnit.MILLIS),
                eventId,
                kind,
                channel,
                staffId,
                !Boolean.FALSE.equals(draft.reached()),
                draft.intent(),
                draft.offerId(),
                draft.note());
    }

    private static boolean isChannel(String name) {
        return Channel.getClassSchema().hasEnumSymbol(name);
    }

    private Mono<Contact> write(Contact contact) {
        Mono<Void> fact = contact.reached() ? outbox.put(FactWriter.whole(fact(contact))) : Mono.empty();
        return contacts.log(contact).then(fact).thenReturn(contact);
    }

    private static InteractionRecorded fact(Contact contact) {
        return InteractionRecorded.newBuilder()
                .setEventId(contact.contactId())
                .setCustomerId(contact.customerId())
                .setOccurredAt(contact.at())
                .setKind(InteractionKind.valueOf(contact.kind()))
                .setChannel(Channel.valueOf(contact.channel()))
                .setStaffId(contact.staffId())
                .setReference(contact.offerId())
                .build();
    }
}
