package stratum.sandbox.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** A file as somebody has it, plain, {@code .gz} or {@code .xz}; its name says which. */
public final class Packed {

    private static final int BUFFER = 1 << 16;

    private Packed() {}

    /**
     * What the file holds, unpacked.
     *
     * @throws IOException in one sentence where it is not what its name says
     */
    public static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return unpacking(file.toString(), raw);
        } catch (IOException unreadable) {
            raw.close();
            throw new IOException("%s cannot be unpacked: %s.".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private static InputStream unpacking(String name, InputStream raw) throws IOException {
        if (name.endsWith(".xz")) {
            return new BufferedInputStream(new XZInputStream(raw), BUFFER);
        }
        return name.endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }
}
