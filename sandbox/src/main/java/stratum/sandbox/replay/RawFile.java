package stratum.sandbox.replay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** One raw file of a data set as somebody has it: plain, {@code .gz} or {@code .xz}. */
record RawFile(Path path) {

    private static final List<String> ENDINGS = List.of("", ".xz", ".gz");

    /** The file of this name in the folder, whichever way it is packed. */
    static RawFile named(Path folder, String name) throws IOException {
        for (String ending : ENDINGS) {
            Path path = folder.resolve(name + ending);
            if (Files.isRegularFile(path)) {
                return new RawFile(path);
            }
        }
        throw missing(folder, name);
    }

    /** Every file whose name, without the packing, begins and ends like this, in the order of the names. */
    static List<RawFile> like(Path folder, String beginning, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException("There is no folder %s.".formatted(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(RawFile::new)
                    .filter(file -> file.name().startsWith(beginning)
                            && unpacked(file.name()).endsWith(ending))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    static NoSuchFileException missing(Path folder, String name) {
        return new NoSuchFileException("There is no %s (plain, .xz or .gz) in %s.".formatted(name, folder));
    }

    String name() {
        return path.getFileName().toString();
    }

    BufferedReader open(Charset charset) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            return new BufferedReader(new InputStreamReader(unpacking(raw), charset), 1 << 16);
        } catch (IOException unreadable) {
            raw.close();
            throw new IOException("%s cannot be unpacked: %s.".formatted(path, unreadable.getMessage()), unreadable);
        }
    }

    private InputStream unpacking(InputStream raw) throws IOException {
        if (name().endsWith(".xz")) {
            return new XZInputStream(raw);
        }
        return name().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private static String unpacked(String name) {
        return name.endsWith(".xz") || name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
