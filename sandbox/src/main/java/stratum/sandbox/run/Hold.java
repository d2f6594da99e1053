package stratum.sandbox.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The lock on a workplace. The system lets go of it when the launcher dies, however that happens. */
final class Hold implements AutoCloseable {

    private final FileChannel channel;

    private Hold(FileChannel channel) {
        this.channel = channel;
    }

    static Hold on(Workplace place) {
        Hold hold = tryOn(place);
        if (hold == null) {
            throw new SandboxFailure(
                    "A sandbox already runs in %s; `./stratum status` shows it and `./stratum down` ends it."
                            .formatted(place.dir()));
        }
        return hold;
    }

    static @Nullable Hold tryOn(Workplace place) {
        try {
            FileChannel channel = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return new Hold(channel);
        } catch (IOException e) {
            throw new SandboxFailure("The directory %s cannot be locked.".formatted(place.dir()), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
