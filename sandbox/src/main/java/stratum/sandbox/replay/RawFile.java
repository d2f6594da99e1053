package stratum.sandbox.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stratum.sandbox.feed.Packed;

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
        return new BufferedReader(new InputStreamReader(Packed.open(path), charset), 1 << 16);
    }

    private static String unpacked(String name) {
        return name.endsWith(".xz") || name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
