package stratum.sandbox.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.sandbox.run.SandboxFailure;
import tools.jackson.databind.JsonNode;

/** Sends a file of facts, a bounded number of lines at a time, counts the answers and names the lines refused. */
public final class Loading {

    private static final int LINES_AT_ONCE = 500;
    private static final int CHARACTERS_AT_ONCE = 1 << 20;
    private static final int TOLD = 20;
    private static final long LINES_BETWEEN_REPORTS = 50_000;

    private final Intake intake;
    private final Consumer<String> says;
    private final Path file;
    private final List<FactLine> waiting = new ArrayList<>();
    private int characters;
    private long sent;
    private long accepted;
    private long refused;

    public Loading(Path file, String customerServiceUrl, Consumer<String> says) {
        this.file = file;
        this.intake = new Intake(customerServiceUrl);
        this.says = says;
    }

    /**
     * Sends the whole file, which may be plain, {@code .gz} or {@code .xz}; true where every fact was accepted.
     *
     * @throws SandboxFailure where the file cannot be read or the service does not take facts; what was sent before
     *     that stays, and sending the file again changes nothing about it
     */
    public boolean load() throws InterruptedException {
        try (FactFile lines = FactFile.open(file)) {
            for (FactLine line = next(lines); line != null; line = next(lines)) {
                take(line);
            }
            send();
        } catch (IOException e) {
            throw new SandboxFailure(String.valueOf(e.getMessage()), e);
        }
        if (refused > TOLD) {
            says.accept("and %,d more lines refused".formatted(refused - TOLD));
        }
        says.accept("%s.".formatted(tally()));
        return refused == 0;
    }

    private @Nullable FactLine next(FactFile lines) throws InterruptedException {
        try {
            return lines.next();
        } catch (IOException e) {
            send();
            throw new SandboxFailure(
                    "%s is damaged after line %,d (%s); of what comes before, %s."
                            .formatted(file, sent, e.getMessage(), tally()),
                    e);
        }
    }

    private String tally() {
        return "%,d facts accepted, %,d refused".formatted(accepted, refused);
    }

    private void take(FactLine line) throws InterruptedException {
        waiting.add(line);
        characters +=
                line instanceof FactLine.Readable readable ? readable.text().length() : 0;
        if (waiting.size() == LINES_AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
            send();
        }
    }

    private void send() throws InterruptedException {
        Iterator<JsonNode> answers = answers();
        for (FactLine line : waiting) {
            if (line instanceof FactLine.Unreadable unreadable) {
                refuse(line.number(), unreadable.why());
            } else if (isFact(line)) {
                count(line.number(), answers.next());
            }
        }
        long before = sent;
        sent += waiting.size();
        waiting.clear();
        characters = 0;
        if (sent / LINES_BETWEEN_REPORTS > before / LINES_BETWEEN_REPORTS) {
            says.accept("%,d lines sent, %s so far ...".formatted(sent, tally()));
        }
    }

    private Iterator<JsonNode> answers() throws InterruptedException {
        List<String> facts = waiting.stream()
                .filter(Loading::isFact)
                .map(line -> ((FactLine.Readable) line).text())
                .toList();
        try {
            return (facts.isEmpty() ? List.<JsonNode>of() : intake.take(facts)).iterator();
        } catch (SandboxFailure e) {
            throw new SandboxFailure(
                    "%s could not be sent after line %,d: %s. Load it again then: no fact counts twice."
                            .formatted(file, sent, e.getMessage()),
                    e);
        }
    }

    /** The service passes empty lines over and gives them no answer. */
    private static boolean isFact(FactLine line) {
        return line instanceof FactLine.Readable readable && !readable.text().isBlank();
    }

    private void count(long line, JsonNode answer) {
        if (answer.path("status").asString("").equals("accepted")) {
            accepted++;
        } else {
            refuse(
                    line,
                    answer.path("errors").values().stream()
                            .map(Loading::sentence)
                            .collect(Collectors.joining(" ")));
        }
    }

    private static String sentence(JsonNode error) {
        String field = error.path("field").asString("");
        return (field.isEmpty() ? "" : field + ": ") + error.path("message").asString("");
    }

    private void refuse(long line, String why) {
        refused++;
        if (refused <= TOLD) {
            says.accept("%s:%d: %s".formatted(file, line, why));
        }
    }
}
