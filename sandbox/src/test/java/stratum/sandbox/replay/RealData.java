package stratum.sandbox.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the real data is, if it is on this machine; a test that finds none says so loudly and stands aside. */
public final class RealData {

    private RealData() {}

    /** The folder of one data set. */
    public static Path folder(String name) {
        Path folder = root().resolve(name);
        if (!Files.isDirectory(folder)) {
            System.err.printf(
                    "REAL DATA ABSENT: no %s. Tests against it are skipped; name the folder with -Dstratum.data.%n",
                    folder.toAbsolutePath().normalize());
        }
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "There is no real data at " + folder);
        return folder;
    }

    private static Path root() {
        String named = System.getProperty("stratum.data");
        return named != null ? Path.of(named) : Path.of("..", "..", "shared", "data");
    }
}
