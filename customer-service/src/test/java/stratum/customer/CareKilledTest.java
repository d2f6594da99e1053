package stratum.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stratum.customer.store.TestDatabase;
import stratum.events.SignalKind;
import stratum.schemas.Topics;

/** Two instances place customers, and one is killed in the middle of it. */
@NullUnmarked
final class CareKilledTest {

    private static final Instant START = Instant.parse("2024-06-03T09:00:00Z");
    private static final int CUSTOMERS = 4_000;
    private static final int MANAGERS = 8;

    private static final String PLACED = "select count(*) from care where signal_at is not null";

    /** It has its turn and is at work: what it wrote so far must be gone. */
    private static final String AT_IT = """
            select count(*) from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and (l.classid::bigint << 32 | l.objid::bigint) = %d
              and a.application_name = 'killed' and a.backend_xid is not null and exists (select from to_place)
            """.formatted(0x73747261_63617265L);

    /** The one to be killed looks more often, so that it is mostly its turn. */
    private static final String[] KILLED = {
        "--stratum.care.every=1ms",
        "--spring.r2dbc.properties.applicationName=killed",
        "--spring.kafka.consumer.properties.session.timeout.ms=6000"
    };

    private static final String[] SURVIVOR = {
        "--stratum.care.every=500ms", "--spring.kafka.consumer.properties.session.timeout.ms=6000"
    };

    /** So that some have to wait. */
    private static final int CAPACITY = 450;

    @Test
    void nobody_is_lost_or_doubled_when_an_instance_is_killed_in_the_middle(@TempDir Path directory)
            throws IOException, InterruptedException, SQLException {
        TestDatabase database = TestDatabase.fresh();
        try (TestSystem system = new TestSystem(database);
                Connection sql = DriverManager.getConnection(database.jdbcUrl(), "postgres", "")) {
            staff(sql);
            Process killed = system.startApart(directory.resolve("output.txt"), KILLED);
            long atDeath;
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> count(sql, "select count(*) from tick") == TestSystem.PARTITIONS || tick(system));
                system.start(SURVIVOR);
                publish(system);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> count(sql, PLACED) > CUSTOMERS / 10 && frozenInTheMiddle(killed, sql));
            } finally {
                killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
            atDeath = count(sql, PLACED);
            assertThat(atDeath).isLessThan(CUSTOMERS);
            publishMore(system);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> count(sql, "select count(*) from care where signal_at >= '2024-06-04'") == CUSTOMERS
                            && count(sql, "select count(*) from to_place") == 0);

            System.out.printf("%d of %d customers had been looked at when one was killed%n", atDeath, CUSTOMERS);
            assertThat(count(sql, "select count(*) from care where manager_id is not null"))
                    .isEqualTo(MANAGERS * CAPACITY);
            assertThat(count(sql, "select count(*) from care where manager_id is null and waiting_since is not null"))
                    .isEqualTo(CUSTOMERS - MANAGERS * CAPACITY);
            assertThat(count(sql, "select count(distinct customer_id) from handover"))
                    .isEqualTo(count(sql, "select count(*) from handover"))
                    .isEqualTo(MANAGERS * CAPACITY);
            assertThat(count(sql, """
                    select count(*) from manager m where (customers, balance_minor) <>
                        (select count(*), coalesce(sum(k.balance_minor), 0) from care k
                         where k.manager_id = m.manager_id)
                    """)).isZero();
            assertThat(count(sql, "select max(customers) from manager")).isEqualTo(CAPACITY);
        }
    }

    /** Stops the process, and lets it go on unless it is stopped within a transaction that places customers. */
    private static boolean frozenInTheMiddle(Process process, Connection sql) throws Exception {
        signal(process, "STOP");
        if (count(sql, AT_IT) == 1) {
            return true;
        }
        signal(process, "CONT");
        return false;
    }

    private static void signal(Process process, String signal) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
                .start()
                .waitFor();
    }

    /** The first ticks show that the instance reads. */
    private static boolean tick(TestSystem system) {
        system.tick(START.minus(Duration.ofDays(1)));
        return false;
    }

    private static void publish(TestSystem system) {
        for (int i = 0; i < CUSTOMERS; i++) {
            String id = "k-%04d".formatted(i);
            system.publishSoon(Topics.CUSTOMERS, id, BankFacts.file(id, "b", null, START));
            system.publishSoon(
                    Topics.TIER_SIGNALS, id, BankFacts.signal(id, SignalKind.ASSIGNED, "VIP", i, START.plusMillis(i)));
        }
        system.tick(START.plus(Duration.ofHours(1)));
    }

    /** Each moves once more, to the same tier: nobody may change hands. */
    private static void publishMore(TestSystem system) {
        Instant nextDay = START.plus(Duration.ofDays(1));
        for (int i = 0; i < CUSTOMERS; i++) {
            String id = "k-%04d".formatted(i);
            system.publishSoon(
                    Topics.TIER_SIGNALS,
                    id,
                    BankFacts.signal(id, SignalKind.OVERRIDDEN, "VIP", 2L * i, nextDay.plusMillis(i)));
        }
        system.tick(START.plus(Duration.ofDays(2)));
    }

    private static void staff(Connection sql) throws SQLException {
        try (Statement statement = sql.createStatement()) {
            statement.execute("insert into branch values ('b', 'Main street', '大街支行', null)");
            for (int i = 0; i < MANAGERS; i++) {
                statement.execute("insert into manager (manager_id, name, branch_id, role, capacity) values"
                        + " ('m-%d', 'Li Na', 'b', 'WEALTH_MANAGER', %d)".formatted(i, CAPACITY));
            }
        }
    }

    private static long count(Connection sql, String query) throws SQLException {
        try (Statement statement = sql.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
