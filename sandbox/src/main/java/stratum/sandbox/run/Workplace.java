package stratum.sandbox.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory a sandbox keeps everything in: {@code data}, {@code logs}, {@code run} and class archives. */
public final class Workplace {

    private final Path dir;

    public Workplace(Path dir) {
        this.dir = dir.toAbsolutePath().normalize();
    }

    public Path dir() {
        return dir;
    }

    public Path data() {
        return dir.resolve("data");
    }

    public Path logs() {
        return dir.resolve("logs");
    }

    Path run() {
        return dir.resolve("run");
    }

    /** Archives of loaded classes; they only save time, and several sandboxes may share them. */
    Path archives() {
        String elsewhere = System.getProperty("stratum.archives");
        return elsewhere == null ? dir.resolve("archives") : Path.of(elsewhere);
    }

    Path lock() {
        return dir.resolve("lock");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path pidFile(String part) {
        return run().resolve(part + ".pid");
    }

    void prepare() {
        try {
            for (Path folder : List.of(data(), logs(), run(), archives())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new SandboxFailure(
                    "The directory %s cannot be written to; give another one with --dir.".formatted(dir), e);
        }
    }

    /** Forgets the bank where nothing runs. */
    public void forget() {
        if (Files.exists(dir)) {
            try (Hold hold = Hold.on(this)) {
                wipe();
            }
        }
    }

    /** Forgets the bank; logs and class archives stay. */
    void wipe() {
        try {
            deleteTree(data());
        } catch (IOException e) {
            throw new SandboxFailure("%s cannot be deleted.".formatted(data()), e);
        }
    }

    /** Bytes under {@code data}, without Kafka's indexes, which are mostly holes; files that vanish do not count. */
    public long dataBytes() {
        if (!Files.exists(data())) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(data())) {
            return files.filter(file -> !file.toString().endsWith("index"))
                    .map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
