package stratum.sandbox.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The last line of a log that says why a part ended. */
final class LastWords {

    private static final int TAIL = 64 * 1024;
    private static final int LONGEST = 300;

    private LastWords() {}

    static String in(Path log) {
        List<String> lines = tail(log);
        if (lines.stream().anyMatch(line -> line.contains("No space left on device"))) {
            return "the disk is full";
        }
        // Free when the launcher looked; what else follows from it is logged after it.
        if (lines.stream().anyMatch(LastWords::tellsOfATakenPort)) {
            return "another program has taken its port meanwhile";
        }
        return lastOf(lines, LastWords::accuses)
                .or(() -> lastOf(lines, line -> !frame(line)))
                .map(LastWords::shortened)
                .orElse("its log is empty");
    }

    private static java.util.Optional<String> lastOf(List<String> lines, Predicate<String> which) {
        return lines.stream().filter(which).reduce((earlier, later) -> later);
    }

    private static boolean accuses(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return !frame(line)
                && (lower.contains("caused by")
                        || lower.contains("error")
                        || lower.contains("fatal")
                        || lower.contains("exception"));
    }

    private static boolean tellsOfATakenPort(String line) {
        return line.contains("Address already in use") || line.contains("could not create any TCP/IP sockets");
    }

    private static boolean frame(String line) {
        return line.isBlank() || line.startsWith("\tat ") || line.strip().startsWith("...");
    }

    private static String shortened(String line) {
        String text = line.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static List<String> tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("its log cannot be read: " + e.getMessage());
        }
    }
}
