package stratum.sandbox.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running part: a process on a leash, with a log and a pid file. */
final class Child {

    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    static final Duration KILLED_WITHIN = Duration.ofSeconds(10);
    private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final String name;
    private final Path log;
    private final Path pidFile;
    private final Process process;
    private volatile boolean expectedToEnd;

    private Child(String name, Workplace place, Process process) {
        this.name = name;
        this.log = place.log(name);
        this.pidFile = place.pidFile(name);
        this.process = process;
    }

    /** Starts the command; when it ends before it is told to, that is reported to the one given. */
    static Child start(String name, List<String> command, Workplace place, Consumer<Child> onDeath) {
        try {
            Path log = place.log(name);
            if (Files.exists(log)) {
                Files.move(log, place.log(name + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
            LOG.info("Starting {}: {}", name, String.join(" ", command).replace('\n', ' '));
            Process process = new ProcessBuilder(inOwnGroup(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .directory(place.dir().toFile())
                    .start();
            Child child = new Child(name, place, process);
            Files.writeString(child.pidFile, Long.toString(process.pid()));
            process.onExit().thenRun(() -> child.ended(onDeath));
            return child;
        } catch (IOException e) {
            throw new SandboxFailure("The %s could not be started: %s.".formatted(name, e.getMessage()), e);
        }
    }

    /** Ctrl-C goes to the whole process group, and the parts must be ended in order. */
    private static List<String> inOwnGroup(List<String> command) {
        return java.util.stream.Stream.concat(
                        (SETSID
                                        ? List.of("/usr/bin/setsid")
                                        : List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"))
                                .stream(),
                        command.stream())
                .toList();
    }

    private void ended(Consumer<Child> onDeath) {
        LOG.info("{} ended with {}", name, process.exitValue());
        if (!expectedToEnd) {
            onDeath.accept(this);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    String obituary() {
        return "The %s ended unexpectedly: %s (log: %s).".formatted(name, LastWords.in(log), log);
    }

    /** Lets go of the leash and waits; what does not end by itself in time is killed. */
    void stop(Duration patience) {
        expectedToEnd = true;
        try {
            resume();
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.warn("{} could not be told to stop", name, e);
        }
        if (!endsWithin(patience)) {
            LOG.warn("{} did not end within {} and is killed", name, patience);
            kill();
        }
        forget();
    }

    void kill() {
        expectedToEnd = true;
        process.destroyForcibly();
        endsWithin(KILLED_WITHIN);
        forget();
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void suspend() {
        signal("STOP");
    }

    void resume() {
        if (process.isAlive()) {
            signal("CONT");
        }
    }

    private void signal(String signal) {
        Signals.send(signal, process.pid());
    }
}
