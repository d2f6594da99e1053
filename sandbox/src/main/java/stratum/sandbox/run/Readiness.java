package stratum.sandbox.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a part can do its work, and no longer than it lives. */
final class Readiness {

    private static final Duration LONGEST = Duration.ofSeconds(240);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    void await(Child child, BooleanSupplier ready) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.alive()) {
                throw new SandboxFailure(child.obituary());
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new SandboxFailure(
                        "The %s was not ready after %d seconds.".formatted(child.name(), LONGEST.toSeconds()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    boolean answers(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
