package stratum.campaign.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.ContactPolicyRegister;

/** The table {@code contact_policy}. */
@Component
final class ContactPolicyTable implements ContactPolicyRegister {

    private static final String COLUMNS = "version, document, effective_from, actor, at";

    private final DatabaseClient database;

    ContactPolicyTable(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<ContactPolicyVersion> last() {
        return database.sql("select " + COLUMNS + " from contact_policy order by version desc limit 1")
                .map(ContactPolicyTable::version)
                .one();
    }

    /** Versions are numbered without gaps, so two who follow the same one collide. */
    @Override
    public Mono<ContactPolicyVersion> add(long last, String document, Instant effectiveFrom, String actor) {
        return database.sql("insert into contact_policy (version, document, effective_from, actor)"
                        + " select :next, :document, :from, :actor"
                        + " where :last = (select coalesce(max(version), 0) from contact_policy)"
                        + " on conflict do nothing returning " + COLUMNS)
                .bind("next", last + 1)
                .bind("last", last)
                .bind("document", document)
                .bind("from", OffsetDateTime.ofInstant(effectiveFrom, ZoneOffset.UTC))
                .bind("actor", actor)
                .map(ContactPolicyTable::version)
                .one();
    }

    @Override
    public Mono<ContactPolicyVersion> nextToAnnounce() {
        return database.sql("select " + COLUMNS + " from contact_policy where announced_at is null"
                        + " order by version limit 1 for update")
                .map(ContactPolicyTable::version)
                .one();
    }

    @Override
    public Mono<Void> announced(long version) {
        return database.sql("update contact_policy set announced_at = now() where version = :version")
                .bind("version", version)
                .then();
    }

    private static ContactPolicyVersion version(Readable row) {
        return new ContactPolicyVersion(
                requireNonNull(row.get("version", Long.class)),
                requireNonNull(row.get("document", String.class)),
                requireNonNull(row.get("effective_from", Instant.class)),
                requireNonNull(row.get("actor", String.class)),
                requireNonNull(row.get("at", Instant.class)));
    }
}
