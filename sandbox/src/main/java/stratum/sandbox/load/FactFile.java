package stratum.sandbox.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.feed.Packed;

/** Reads a file of facts line by line; a line that is no text, or has no end, costs itself and not the rest. */
final class FactFile implements AutoCloseable {

    /** No topic takes a larger fact, and a file need not have lines at all. */
    static final int LONGEST_LINE = 1 << 20;

    private final InputStream bytes;
    private long number;

    private FactFile(InputStream bytes) {
        this.bytes = bytes;
    }

    /** @throws IOException in one sentence where there is no such file, or it cannot be unpacked */
    static FactFile open(Path file) throws IOException {
        // Not only a regular one: a pipe has facts too.
        if (Files.isDirectory(file) || !Files.exists(file)) {
            throw new NoSuchFileException("There is no file %s.".formatted(file));
        }
        if (!Files.isReadable(file)) {
            throw new IOException("%s may not be read by you.".formatted(file));
        }
        return new FactFile(Packed.open(file));
    }

    /** The next line, or nothing at the end. */
    @Nullable FactLine next() throws IOException {
        int first = bytes.read();
        if (first < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int next = first; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() <= LONGEST_LINE) {
                line.write(next);
            }
        }
        return line.size() > LONGEST_LINE
                ? new FactLine.Unreadable(number, "It is longer than %,d bytes.".formatted(LONGEST_LINE))
                : decoded(line.toByteArray());
    }

    private FactLine decoded(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return new FactLine.Readable(number, withoutByteOrderMark(text));
        } catch (CharacterCodingException e) {
            return new FactLine.Unreadable(number, "It is not in UTF-8.");
        }
    }

    private String withoutByteOrderMark(String text) {
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
