package stratum.sandbox.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command line of a part that is a Java program, in the same JDK as the launcher. */
final class Jvm {

    /** For parts that must be there soon and do little: no time goes into compiling them well. */
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    private static final Logger LOG = LoggerFactory.getLogger(Jvm.class);
    private static final int VERSION = Runtime.version().feature();

    private final String name;
    private final Workplace place;
    private final boolean archiving;
    private final List<String> flags = new ArrayList<>();
    private final Map<String, Object> settings = new TreeMap<>();

    Jvm(String name, Workplace place, boolean archiving) {
        this.name = name;
        this.place = place;
        this.archiving = archiving;
        flags.addAll(List.of("-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true", "-Duser.timezone=UTC"));
        flags.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-XX:+ExitOnOutOfMemoryError"));
        if (VERSION >= 22) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        if (VERSION >= 23) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
    }

    Jvm flags(List<String> more) {
        flags.addAll(more);
        return this;
    }

    Jvm heap(String largest) {
        flags.add("-Xmx" + largest);
        return this;
    }

    Jvm set(String setting, Object value) {
        settings.put(setting, value);
        return this;
    }

    List<String> command(List<Path> classpath, String main, String... args) {
        List<Path> whole = Stream.concat(
                        classpath.stream(), Stream.of(ownCode()).filter(own -> !classpath.contains(own)))
                .toList();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(archive(whole));
        // By these two the next start knows a process for one of its own.
        command.add("-Dstratum.part=" + name);
        command.add("-Dstratum.workplace=" + place.dir());
        settings.forEach((setting, value) -> command.add("-D" + setting + "=" + value));
        command.add("-cp");
        command.add(whole.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(Leash.class.getName());
        command.add(main);
        command.addAll(List.of(args));
        return command;
    }

    /** An archive of loaded classes saves about half of the start; only jars can be in one. */
    private List<String> archive(List<Path> classpath) {
        if (!classpath.stream().allMatch(Files::isRegularFile)) {
            return List.of();
        }
        Path archive = place.archives().resolve("%s-%s.jsa".formatted(name, Runtime.version()));
        forgetWhenStale(archive, classpath);
        if (Files.exists(archive)) {
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
        }
        return archiving ? List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable") : List.of();
    }

    private static void forgetWhenStale(Path archive, List<Path> classpath) {
        long made = archive.toFile().lastModified();
        if (classpath.stream().anyMatch(jar -> jar.toFile().lastModified() > made)) {
            try {
                Files.deleteIfExists(archive);
            } catch (IOException e) {
                LOG.warn("The stale archive {} cannot be deleted; the JVM will pass it over", archive, e);
            }
        }
    }

    static List<Path> ownClasspath() {
        return paths(System.getProperty("java.class.path"));
    }

    static List<Path> paths(String classpath) {
        return Stream.of(classpath.strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The jar (in tests: the folder) that holds the leash. */
    private static Path ownCode() {
        String leash = Leash.class.getName().replace('.', '/') + ".class";
        String url = java.util.Objects.requireNonNull(
                        Leash.class.getClassLoader().getResource(leash))
                .toString();
        String place = url.startsWith("jar:")
                ? url.substring("jar:".length(), url.indexOf("!/"))
                : url.substring(0, url.length() - leash.length());
        return Path.of(java.net.URI.create(place));
    }
}
