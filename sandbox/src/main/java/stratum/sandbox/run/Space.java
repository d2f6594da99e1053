package stratum.sandbox.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The room that the disk has for a workplace. A sandbox does not begin with little, and stops in order before there is
 * none: a broker that cannot write ends at once, and the others then wait for it in vain.
 */
final class Space {

    static final int MEGABYTES_TO_BEGIN = 1024;
    static final int MEGABYTES_TO_GO_ON = 200;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path dir;
    private final LongSupplier freeBytes;

    Space(Path dir, LongSupplier freeBytes) {
        this.dir = dir;
        this.freeBytes = freeBytes;
    }

    static Space of(Workplace place) {
        return new Space(place.dir(), () -> usableBytes(place.dir()));
    }

    private static long usableBytes(Path dir) {
        try {
            return Files.getFileStore(dir).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireToBegin() {
        lacking(MEGABYTES_TO_BEGIN, "to begin").ifPresent(sentence -> {
            throw new SandboxFailure(sentence);
        });
    }

    /** What is to be said where a sandbox cannot go on; nothing while there is room. */
    Optional<String> shortage() {
        return lacking(MEGABYTES_TO_GO_ON, "to go on");
    }

    private Optional<String> lacking(int needed, String what) {
        long megabytes = freeBytes.getAsLong() >> 20;
        return megabytes >= needed
                ? Optional.empty()
                : Optional.of(
                        "The disk is full: %d MB are left for %s, and the sandbox needs %d MB %s; make room there, or give another directory with --dir."
                                .formatted(megabytes, dir, needed, what));
    }

    /** Looks again and again, and says once that the sandbox cannot go on. */
    void watch(BooleanSupplier over, Consumer<String> onShortage) {
        Thread watch = new Thread(
                () -> {
                    while (!over.getAsBoolean()) {
                        Optional<String> shortage = shortage();
                        if (shortage.isPresent()) {
                            onShortage.accept(shortage.get());
                            return;
                        }
                        LockSupport.parkNanos(PAUSE.toNanos());
                    }
                },
                "space");
        watch.setDaemon(true);
        watch.start();
    }
}
