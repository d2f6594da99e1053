package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.customer.domain.FileState;

/** The customer files, for those who edit them. To be used within a transaction. */
@Component
public final class CustomerFiles {

    private static final String LOCKED = """
            select profile_version, profile_event_id, profile_at, profile, consents
            from customer where customer_id = $1 for update
            """;

    private static final String CHANGED = """
            update customer set
                profile_event_id = $2, profile_at = $3, profile = $4::json, consents = $5::json, profile_version = $6
            where customer_id = $1
            """;

    private final DatabaseClient database;

    CustomerFiles(DatabaseClient database) {
        this.database = database;
    }

    /** The file of a customer, whom nobody else can edit until the transaction ends. */
    public Mono<CustomerFile> lock(String customerId) {
        return database.sql("insert into customer (customer_id) values ($1) on conflict do nothing")
                .bind(0, customerId)
                .then()
                .then(database.sql(LOCKED)
                        .bind(0, customerId)
                        .map(CustomerFiles::file)
                        .one());
    }

    /** Changes the file. */
    public Mono<Void> change(ProfileChange change, long version) {
        return database.sql(CHANGED)
                .bind(0, change.customerId())
                .bind(1, change.eventId())
                .bind(2, change.at())
                .bind(3, change.profile())
                .bind(4, change.consents())
                .bind(5, version)
                .then();
    }

    private static CustomerFile file(Readable row) {
        FileState state = new FileState(
                Objects.requireNonNull(row.get("profile_version", Long.class)),
                row.get("profile_event_id", String.class),
                row.get("profile_at", Instant.class));
        return new CustomerFile(state, row.get("profile", String.class), row.get("consents", String.class));
    }
}
