package stratum.sandbox.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sandbox keeps, and what it leaves behind. */
class KeepingTest {

    private static final Ports PORTS = new Ports(13_000);

    @TempDir
    private Path dir;

    private @Nullable Process launcher;

    @AfterEach
    void endTheLauncher() {
        if (launcher != null) {
            launcher.destroyForcibly();
        }
    }

    /** The long road of a sandbox: killed, continued, ended. */
    @Test
    void a_killed_launcher_leaves_nothing_in_the_way_and_loses_nothing() throws Exception {
        Process started = launch();
        launcher = started;
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(
                        () -> assertThat(Running.in(place()).map(Running::pid)).hasValue(started.pid()));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> Files.readString(dir.resolve("said")).contains("Everything runs"));
        createTopic("kept");
        assertThatExceptionOfType(SandboxFailure.class)
                .isThrownBy(() -> Sandbox.start(settings(PORTS)))
                .withMessageStartingWith("A sandbox already runs in " + dir);

        started.destroyForcibly().waitFor();
        List<String> said = new ArrayList<>();
        try (Sandbox again = new Sandbox(settings(PORTS), said::add, said::add)) {
            again.start();

            assertThat(topics()).contains("kept", "bank.transactions");
            assertThatExceptionOfType(SandboxFailure.class)
                    .isThrownBy(() -> Sandbox.start(settings(PORTS)))
                    .withMessageContaining("already runs");
            assertThatExceptionOfType(SandboxFailure.class)
                    .isThrownBy(() -> playing(PORTS))
                    .withMessageContaining("already runs");
        }
        assertThat(processes()).isEmpty();
        assertThat(Running.in(place())).isEmpty();
        assertThat(dir.resolve("run").toFile().list((folder, name) -> name.endsWith(".pid")))
                .isEmpty();
        assertThatExceptionOfType(SandboxFailure.class)
                .as("a bank of one's own is not forgotten for a demo")
                .isThrownBy(() -> playing(PORTS))
                .withMessageContaining("holds a bank of your own");
    }

    @Test
    void a_taken_port_is_named_with_the_part_that_wants_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            int offset = taken.getLocalPort() - new Ports(0).registry();

            assertThatExceptionOfType(SandboxFailure.class)
                    .isThrownBy(() -> Sandbox.start(settings(new Ports(offset))))
                    .withMessageStartingWith(
                            "Port %d, which the registry wants, is taken".formatted(taken.getLocalPort()));
        }
        assertThat(Running.in(place())).isEmpty();
    }

    @Test
    void a_service_that_was_not_built_is_named() {
        SandboxSettings elsewhere = new SandboxSettings(
                dir.resolve("nowhere"), dir, PORTS, Bank.LIVE, false, List.of(ServiceProgram.SCORING), 4, 1, false);
        ServiceCommand command = new ServiceCommand(elsewhere, place(), Bank.LIVE);

        assertThatExceptionOfType(SandboxFailure.class)
                .isThrownBy(() -> command.of(ServiceProgram.SCORING, 1))
                .withMessageStartingWith("The scoring-service has not been built: ");
    }

    @Test
    void the_last_words_of_a_part_are_its_last_complaint() throws IOException {
        Path log = Files.writeString(dir.resolve("a.log"), """
                2026 INFO all is well
                2026 ERROR the roof came down
                java.lang.IllegalStateException: no beams
                \tat some.Class.method(Class.java:1)
                2026 INFO closing
                """);

        assertThat(LastWords.in(log)).isEqualTo("java.lang.IllegalStateException: no beams");
        Files.writeString(log, "java.io.IOException: No space left on device\n");
        assertThat(LastWords.in(log)).isEqualTo("the disk is full");
        Files.writeString(log, "java.net.BindException: Address already in use\n2026 ERROR slow controller\n");
        assertThat(LastWords.in(log)).isEqualTo("another program has taken its port meanwhile");
    }

    private Process launch() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstratum.home=" + Home.find(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "stratum.sandbox.Stratum",
                "up",
                "--services=",
                "--dir=" + dir,
                "--port-offset=" + PORTS.offset());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("said").toFile())
                .start();
    }

    private SandboxSettings settings(Ports ports) {
        return SandboxSettings.of(dir, ports.offset()).with(List.of());
    }

    private void playing(Ports ports) {
        Sandbox.start(settings(ports).playing(new Bank("a test", "EUR", ZoneOffset.UTC, false)));
    }

    private Workplace place() {
        return new Workplace(dir);
    }

    private List<String> processes() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(process -> process.info().commandLine().orElse(""))
                    .filter(command -> command.contains(dir.toString()))
                    .toList();
        }
    }

    private static void createTopic(String name) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static java.util.Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", PORTS.bootstrapServers()));
    }
}
