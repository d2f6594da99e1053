package stratum.customer.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What customers hold, at its current value. */
@Component
public final class Holdings {

    private static final String OF_CUSTOMER = """
            select account_id, family, product_code, status, opened_at, matures_on, value_minor, currency, valued_at
            from holding where customer_id = $1 order by account_id
            """;

    private final DatabaseClient database;

    Holdings(DatabaseClient database) {
        this.database = database;
    }

    /** The products of a customer, closed ones too, in the order of their ids. */
    public Flux<Holding> of(String customerId) {
        return database.sql(OF_CUSTOMER)
                .bind(0, customerId)
                .map(Holdings::holding)
                .all();
    }

    private static Holding holding(Readable row) {
        return new Holding(
                Objects.requireNonNull(row.get("account_id", String.class)),
                Objects.requireNonNull(row.get("family", String.class)),
                row.get("product_code", String.class),
                row.get("status", String.class),
                row.get("opened_at", Instant.class),
                row.get("matures_on", LocalDate.class),
                row.get("value_minor", Long.class),
                row.get("currency", String.class),
                row.get("valued_at", Instant.class));
    }

    /** A product held; code and status are absent where only its transactions have been seen. */
    public record Holding(
            String accountId,
            String family,
            @Nullable String productCode,
            @Nullable String status,
            @Nullable Instant openedAt,
            @Nullable LocalDate maturesOn,
            @Nullable Long valueMinor,
            @Nullable String currency,
            @Nullable Instant valuedAt) {}
}
