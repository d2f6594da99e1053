package stratum.sandbox.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts that a killed launcher left behind. Most end by themselves when their leash goes slack; those that do not are
 * killed. A process is one of ours only if its command line names the workplace: its number alone may be another's by
 * now.
 */
final class Orphans {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphans() {}

    /** Waits for those that are there to end, and ends those that do not. Says how many there were. */
    static int end(Workplace place) {
        List<ProcessHandle> orphans = find(place);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        orphans.forEach(orphan -> end(orphan, deadline));
        forget(place);
        return orphans.size();
    }

    private static void end(ProcessHandle orphan, long deadline) {
        LOG.info("Ending process {} of an earlier run", orphan.pid());
        Signals.send("CONT", orphan.pid());
        if (!endsBefore(orphan, deadline)) {
            orphan.destroyForcibly();
            endsBefore(orphan, System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        }
    }

    private static boolean endsBefore(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<ProcessHandle> find(Workplace place) {
        List<Long> pids = new ArrayList<>();
        pidFiles(place).forEach(file -> firstNumber(file).ifPresent(pids::add));
        firstNumber(Postgres.data(place).resolve("postmaster.pid")).ifPresent(pids::add);
        return pids.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(process -> isOurs(process, place))
                .toList();
    }

    private static boolean isOurs(ProcessHandle process, Workplace place) {
        String command = process.info().commandLine().orElse("");
        return command.contains(place.dir().toString())
                && (command.contains("stratum.part=") || command.contains("bin/postgres"));
    }

    private static List<Path> pidFiles(Workplace place) {
        try (Stream<Path> files = Files.list(place.run())) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (IOException e) {
            throw new SandboxFailure("%s cannot be read.".formatted(place.run()), e);
        }
    }

    private static Optional<Long> firstNumber(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void forget(Workplace place) {
        for (Path file : pidFiles(place)) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                LOG.warn("{} cannot be deleted", file, e);
            }
        }
    }
}
