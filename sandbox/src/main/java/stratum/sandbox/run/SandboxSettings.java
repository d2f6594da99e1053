package stratum.sandbox.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What a sandbox is started with.
 *
 * @param home the project's root, where the built programs are
 * @param dir where everything that is kept lies, data, logs and archives
 * @param ports the ports
 * @param bank whose bank it is, where the directory does not hold one already
 * @param fresh whether to forget the bank that was played there before
 * @param programs the services to start
 * @param partitions of every topic keyed by customer, where the topics are not there yet
 * @param threads stream threads of each instance of a service
 * @param archiving whether to take time at the end so that the next start is quicker
 */
public record SandboxSettings(
        Path home,
        Path dir,
        Ports ports,
        Bank bank,
        boolean fresh,
        List<ServiceProgram> programs,
        int partitions,
        int threads,
        boolean archiving) {

    /** Every topic keyed by customer has as many, so that a customer is in the same partition of each. */
    private static final int PARTITIONS = 4;

    public SandboxSettings {
        home = home.toAbsolutePath().normalize();
        dir = dir.toAbsolutePath().normalize();
        programs = List.copyOf(programs);
    }

    /** A whole system with a live clock, in the given directory. */
    public static SandboxSettings of(Path dir, int portOffset) {
        return new SandboxSettings(
                Home.find(), dir, new Ports(portOffset), Bank.LIVE, false, ServiceProgram.ALL, PARTITIONS, 1, false);
    }

    /** The same for a history that is played from an empty bank. */
    public SandboxSettings playing(Bank other) {
        return new SandboxSettings(home, dir, ports, other, true, programs, partitions, threads, archiving);
    }

    public SandboxSettings with(List<ServiceProgram> others) {
        return new SandboxSettings(home, dir, ports, bank, fresh, others, partitions, threads, archiving);
    }

    public SandboxSettings partitions(int number) {
        return new SandboxSettings(home, dir, ports, bank, fresh, programs, number, threads, archiving);
    }

    public SandboxSettings threads(int number) {
        return new SandboxSettings(home, dir, ports, bank, fresh, programs, partitions, number, archiving);
    }

    public SandboxSettings archiving(boolean archives) {
        return new SandboxSettings(home, dir, ports, bank, fresh, programs, partitions, threads, archives);
    }
}
