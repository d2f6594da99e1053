package stratum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import stratum.benchmarks.contest.ContestantProgram;
import stratum.benchmarks.contest.Course;
import stratum.sandbox.run.Leash;
import stratum.sandbox.run.SandboxFailure;
import tools.jackson.databind.json.JsonMapper;

/** Starts contestants, each in a JVM of its own, all with the same flags, and brings back what they measured. */
final class Lane {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final List<String> FLAGS = List.of(
            // A heap that is to grow keeps its young part small, and then a fifth of the time goes into collecting it.
            "-Xms3g",
            "-Xmx3g",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true",
            "-Duser.timezone=UTC",
            "-Dlogback.configurationFile=contestant-logback.xml");

    private final Path dir;
    private final boolean recording;

    /**
     * A lane.
     *
     * @param dir where logs and recordings go
     * @param recording whether to record a profile of each contestant
     */
    Lane(Path dir, boolean recording) {
        this.dir = dir;
        this.recording = recording;
    }

    /** A contestant that has its result and may still run. */
    record Contestant<T>(Process process, T result) implements AutoCloseable {

        @Override
        public void close() {
            try {
                process.getOutputStream().close();
                if (!process.waitFor(40, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (IOException | InterruptedException e) {
                process.destroyForcibly();
            }
        }
    }

    /** Runs a contestant to its end. */
    <T> T run(String name, Course course, Class<T> type) throws InterruptedException {
        try (Contestant<T> contestant = start(name, course, type)) {
            return contestant.result();
        }
    }

    /** Runs a contestant until it has its result; it ends when it is closed, or with this process. */
    <T> Contestant<T> start(String name, Course course, Class<T> type) throws InterruptedException {
        Path result = dir.resolve(course.application() + ".json");
        Path log = dir.resolve(course.application() + ".log");
        try {
            Files.createDirectories(dir);
            Files.deleteIfExists(result);
            Process process = new ProcessBuilder(command(name, course, result))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (!Files.exists(result)) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    process.destroyForcibly();
                    throw new SandboxFailure("The contestant %s came to no result; see %s.".formatted(name, log));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return new Contestant<>(process, JSON.readValue(result, type));
        } catch (IOException e) {
            throw new SandboxFailure("The contestant %s could not be started (%s).".formatted(name, e), e);
        }
    }

    private List<String> command(String name, Course course, Path result) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        if (recording) {
            command.add("-XX:StartFlightRecording=settings=profile,filename=%s"
                    .formatted(dir.resolve(course.application() + ".jfr")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Leash.class.getName(), ContestantProgram.class.getName()));
        command.addAll(List.of(name, JSON.writeValueAsString(course), result.toString()));
        return command;
    }
}
