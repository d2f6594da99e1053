package stratum.platform.policy;

import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import stratum.platform.TestDatabase;
import stratum.platform.web.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies in a real Postgres, with the tables that a service has. */
final class TestPolicies {

    /** Of a service's; the platform has no tables of its own. */
    private static final Path TABLES = Path.of("../lifecycle-service/src/main/resources/db/migration/V1__policies.sql");

    private final ConnectionFactory connections = TestDatabase.connections();
    private final TransactionalOperator transaction =
            TransactionalOperator.create(new R2dbcTransactionManager(connections));
    private final PolicyTable table = new PolicyTable(DatabaseClient.create(connections), transaction);
    private final EditingPolicies editing = new EditingPolicies(table, new Houses());

    /** Policies about nothing but who they are. */
    static final class Houses implements PolicyKind {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Override
        public String topic() {
            return "houses";
        }

        @Override
        public Head head(String document) {
            try {
                JsonNode policy = JSON.readTree(document);
                return new Head(
                        policy.at("/id").asString(),
                        policy.at("/version").asInt(),
                        Instant.parse(policy.at("/effectiveFrom").asString()));
            } catch (JacksonException e) {
                throw new InvalidInput("/", "It is no house.");
            }
        }

        @Override
        public String shipped() {
            return document("shipped", 1, "from the ship");
        }

        @Override
        public List<String> proposed() {
            return List.of(document("proposed", 1, "to be looked at"));
        }
    }

    /** None yet. */
    TestPolicies() {
        TestDatabase.empty();
        try {
            TestDatabase.execute(Files.readString(TABLES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String document(String id, int version, String said) {
        return """
                {"id": "%s", "version": %d, "effectiveFrom": "2026-01-01T00:00:00Z", "said": "%s"}""".formatted(id, version, said);
    }

    TransactionalOperator transaction() {
        return transaction;
    }

    PolicyTable table() {
        return table;
    }

    EditingPolicies editing() {
        return editing;
    }
}
