package stratum.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How PostgreSQL is set up and started from its bare binaries. It refuses to run as root, so for root it runs in a user
 * namespace of its own, in which it is nobody.
 */
final class Postgres {

    static final String NAME = "postgres";
    static final String USER = "postgres";

    private static final List<String> DATABASES = List.of("registry", "customer", "scoring", "lifecycle", "campaign");

    /** Runs the server, and interrupts it (its fast shutdown) when standard input closes. */
    private static final String LEASH = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            (trap - INT; while read -r line <&3; do :; done; kill -INT $server) 2>/dev/null &
            watch=$!
            wait $server
            status=$?
            kill $watch 2>/dev/null
            exit $status
            """;

    private final Workplace place;
    private final Ports ports;
    private final Path binaries;

    Postgres(Path home, Workplace place, Ports ports) {
        this.place = place;
        this.ports = ports;
        this.binaries = PostgresBinaries.under(home.resolve("sandbox/target"));
    }

    static String jdbcUrl(Ports ports, String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.HOST, ports.postgres(), database);
    }

    static String r2dbcUrl(Ports ports, String database) {
        return "r2dbc:postgresql://%s:%d/%s".formatted(Ports.HOST, ports.postgres(), database);
    }

    static Path data(Workplace place) {
        return place.data().resolve("postgres");
    }

    /** The server's command; makes the directory of the databases first, where there is none. */
    List<String> command() {
        if (!Files.exists(data(place).resolve("PG_VERSION"))) {
            initialise();
        }
        List<String> server = asOrdinaryUser(Stream.of(
                binary("postgres"),
                "-D",
                data(place).toString(),
                "-p",
                Integer.toString(ports.postgres()),
                "-c",
                "listen_addresses=" + Ports.HOST,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=60",
                "-c",
                "timezone=UTC"));
        return Stream.concat(Stream.of("/bin/sh", "-c", LEASH, "stratum.part=postgres"), server.stream())
                .toList();
    }

    private void initialise() {
        Path unfinished = place.data().resolve("postgres.unfinished");
        try {
            Workplace.deleteTree(unfinished);
            run(asOrdinaryUser(Stream.of(
                    binary("initdb"),
                    "-D",
                    unfinished.toString(),
                    "-U",
                    USER,
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C")));
            Files.move(unfinished, data(place));
        } catch (IOException e) {
            throw new SandboxFailure("The database could not be made: %s.".formatted(e.getMessage()), e);
        }
    }

    private void run(List<String> command) throws IOException {
        Path log = place.log("initdb");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new SandboxFailure(
                        "The database could not be made: %s (log: %s).".formatted(LastWords.in(log), log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String binary(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private static List<String> asOrdinaryUser(Stream<String> command) {
        List<String> whole = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("unshare", "-U"));
        }
        command.forEach(whole::add);
        return whole;
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    void createDatabases() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES) {
                if (!exists(statement, database)) {
                    statement.execute("CREATE DATABASE " + database);
                }
            }
        } catch (SQLException e) {
            throw new SandboxFailure("The databases could not be made: %s.".formatted(e.getMessage()), e);
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            return found.next();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(ports, "postgres") + "?loginTimeout=5", USER, "");
    }
}
