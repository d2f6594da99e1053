package stratum.benchmarks.contest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import stratum.platform.stream.DecisionTopology;
import tools.jackson.databind.json.JsonMapper;

/** Main class of a contestant's process: takes its name, the course as JSON, and the file that the result goes to. */
public final class ContestantProgram {

    public static final String DECODE_ONLY = "decode-only";
    public static final String FLOOR = "floor";
    public static final String STRAIGHTFORWARD = "straightforward";
    public static final String OURS = "ours";
    public static final String STARTED = "started";
    public static final String DAYS = "days";

    private ContestantProgram() {}

    public static void main(String[] args) throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        Course course = json.readValue(args[1], Course.class);
        Object result = args[0].equals(DAYS)
                ? new PassingDays(course.subject()).run(course)
                : contestant(args[0]).run(course);
        // Whoever waits for the file must not find half of it.
        Path file = Path.of(args[2]);
        Path beside = Path.of(file + ".part");
        Files.writeString(beside, json.writeValueAsString(result));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Contestant contestant(String name) {
        return switch (name) {
            case DECODE_ONLY -> new DecodeOnly();
            case FLOOR -> new Floor();
            case STRAIGHTFORWARD -> new Straightforward();
            case OURS -> new Ours();
            case STARTED -> new Started();
            default -> throw new IllegalArgumentException("There is no contestant " + name);
        };
    }

    /** The store whose changelog holds a contestant's customers; empty where it keeps none. */
    public static String storeOf(String name) {
        return switch (name) {
            case FLOOR -> Floor.STORE;
            case STRAIGHTFORWARD -> Straightforward.STATES;
            case OURS -> DecisionTopology.CUSTOMERS;
            default -> "";
        };
    }
}
