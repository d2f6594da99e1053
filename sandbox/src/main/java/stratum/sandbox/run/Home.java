package stratum.sandbox.run;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's root is: said by the script that starts the launcher, or found upwards from here by tests. */
public final class Home {

    private Home() {}

    public static Path find() {
        String said = System.getProperty("stratum.home");
        if (said != null) {
            return Path.of(said);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("sandbox")) && Files.isDirectory(at.resolve("schemas"))) {
                return at;
            }
        }
        throw new SandboxFailure("This is not inside Stratum's project folder; start it with ./stratum.");
    }
}
