package stratum.sandbox.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A folder of raw files, written line by line in a test. */
record Folder(Path path) {

    /** Writes a file, with the ends of line that the Czech bank's files have; packed as its name says. */
    Folder with(String name, String lines) {
        byte[] bytes = lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = packing(name, Files.newOutputStream(path.resolve(name)))) {
            out.write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    private static OutputStream packing(String name, OutputStream out) throws IOException {
        if (name.endsWith(".xz")) {
            return new XZOutputStream(out, new LZMA2Options());
        }
        return name.endsWith(".gz") ? new GZIPOutputStream(out) : out;
    }
}
