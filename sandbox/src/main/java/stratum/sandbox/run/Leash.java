package stratum.sandbox.run;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class and ends it when the launcher lets go: standard input is a pipe that the launcher holds, and
 * it closes when the launcher stops the part, and also when the launcher is killed.
 */
public final class Leash {

    private Leash() {}

    public static void main(String[] args) throws Throwable {
        Thread held = new Thread(Leash::endWhenLetGo, "leash");
        held.setDaemon(true);
        held.start();
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void endWhenLetGo() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            System.err.println("The launcher cannot be heard any more: " + e.getMessage());
        }
        System.exit(0);
    }
}
