package stratum.customer.web;

import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.customer.store.Contact;
import stratum.customer.store.Contacts;
import stratum.customer.store.Portfolios.MomentPlace;
import stratum.customer.usecase.LoggingContacts;

/** Contacts with a customer: to log one, and those that were. */
@RestController
final class ContactsController {

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final LoggingContacts logging;
    private final Contacts contacts;

    ContactsController(LoggingContacts logging, Contacts contacts) {
        this.logging = logging;
        this.contacts = contacts;
    }

    @PostMapping("/v1/customers/{id}/contacts")
    Mono<Contact> log(@PathVariable String id, @RequestBody LoggingContacts.Draft draft) {
        return logging.log(id, draft);
    }

    @GetMapping("/v1/customers/{id}/contacts")
    Mono<Page<Contact>> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String after) {
        MomentPlace place = Cursor.moment(after, new MomentPlace(LATEST, "", ""));
        return contacts.before(id, place.at(), place.customerId(), Page.limit(limit) + 1)
                .collectList()
                .map(list -> Page.of(list, limit, contact -> Cursor.of(contact.at(), contact.contactId())));
    }
}
