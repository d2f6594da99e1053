package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Contacts that people of the bank log. To be used within a transaction where something is written. */
@Component
public final class Contacts {

    private static final String LOG = """
            insert into contact
                (customer_id, at, contact_id, kind, channel, staff_id, reached, intent, offer_id, note)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private static final String COLUMNS = """
            select customer_id, at, contact_id, kind, channel, staff_id, reached, intent, offer_id, note from contact
            """;

    /** Where the same waits already, it may be under way without this contact: the update lets it end first. */
    private static final String AGAIN = """
            insert into to_place (at, customer_id, cause) values ($1, $2, 'CONTACT')
            on conflict (at, customer_id, cause) do update set cause = excluded.cause
            """;

    /** In whatever order a contact and the offer come that it was about. */
    static final String TALKED_ABOUT = """
            update personal_offer o set closed_at = c.at, closed_by = 'CONTACTED'
            from contact c
            where o.customer_id = any($1) and o.closed_at is null
              and c.customer_id = o.customer_id and c.offer_id = o.offer_id and c.reached
            """;

    private final DatabaseClient database;

    Contacts(DatabaseClient database) {
        this.database = database;
    }

    /** Whether there is such a customer; nobody else logs a contact until the transaction ends. */
    public Mono<Boolean> lock(String customerId) {
        return database.sql("select true from customer where customer_id = $1 for update")
                .bind(0, customerId)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** The contact with this id, if it was logged. */
    public Mono<Contact> find(String customerId, String contactId) {
        return database.sql(COLUMNS + "where customer_id = $1 and contact_id = $2")
                .bind(0, customerId)
                .bind(1, contactId)
                .map(Contacts::contact)
                .one();
    }

    /** The contacts of a customer before a moment, latest first. */
    public Flux<Contact> before(String customerId, Instant at, String contactId, int limit) {
        return database.sql(
                        COLUMNS
                                + "where customer_id = $1 and (at, contact_id) < ($2, $3) order by at desc, contact_id desc limit $4")
                .bind(0, customerId)
                .bind(1, at)
                .bind(2, contactId)
                .bind(3, limit)
                .map(Contacts::contact)
                .all();
    }

    /** Logs a contact; the plan is made anew, and the offer it was about need not be made any more. */
    public Mono<Void> log(Contact contact) {
        DatabaseClient.GenericExecuteSpec log = database.sql(LOG)
                .bind(0, contact.customerId())
                .bind(1, contact.at())
                .bind(2, contact.contactId())
                .bind(3, contact.kind())
                .bind(4, contact.channel())
                .bind(5, contact.staffId())
                .bind(6, contact.reached());
        log = bind(bind(bind(log, 7, contact.intent()), 8, contact.offerId()), 9, contact.note());
        return log.then()
                .then(database.sql(AGAIN)
                        .bind(0, contact.at())
                        .bind(1, contact.customerId())
                        .then())
                .then(database.sql(TALKED_ABOUT)
                        .bind(0, new String[] {contact.customerId()})
                        .then());
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, int index, @Nullable String value) {
        return value == null ? statement.bindNull(index, String.class) : statement.bind(index, value);
    }

    private static Contact contact(Readable row) {
        return new Contact(
                Objects.requireNonNull(row.get("customer_id", String.class)),
                Objects.requireNonNull(row.get("at", Instant.class)),
                Objects.requireNonNull(row.get("contact_id", String.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                Objects.requireNonNull(row.get("channel", String.class)),
                Objects.requireNonNull(row.get("staff_id", String.class)),
                Boolean.TRUE.equals(row.get("reached", Boolean.class)),
                row.get("intent", String.class),
                row.get("offer_id", String.class),
                row.get("note", String.class));
    }
}
