package stratum.sandbox.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import stratum.sandbox.feed.History;
import stratum.sandbox.play.Addresses;
import stratum.sandbox.play.Played;
import stratum.sandbox.play.Player;
import stratum.sandbox.play.Progress;
import stratum.sandbox.play.Settling;
import stratum.sandbox.run.Bank;
import stratum.sandbox.run.Sandbox;
import stratum.sandbox.run.SandboxSettings;
import stratum.schemas.EventSerde;

/** A running system, and the ways in which a test plays with it. */
final class Road implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Sandbox sandbox;
    private final Addresses addresses;
    private final int partitions;
    private final EventSerde serde;
    private final List<CompletableFuture<Void>> underWay = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private Road(Sandbox sandbox, int partitions) {
        this.sandbox = sandbox;
        this.addresses = Addresses.of(sandbox);
        this.partitions = partitions;
        this.serde = EventSerde.of(sandbox.registryUrl());
    }

    /** Opens a road for an empty bank. */
    static Road open(Path dir, int portOffset, int partitions, History history) {
        return open(SandboxSettings.of(dir, portOffset).partitions(partitions), history);
    }

    static Road open(SandboxSettings settings, History history) {
        Bank bank = new Bank(history.name(), history.currency(), history.zone(), false);
        return new Road(Sandbox.start(settings.playing(bank)), settings.partitions());
    }

    /** Plays a history, and waits until every service has worked through all of it. */
    Played play(History history) {
        Progress progress = new Progress(history, Duration.ofSeconds(10), line -> {});
        try (Player player = new Player(history, addresses, progress, PATIENCE)) {
            Played played = player.play();
            new Settling(addresses, PATIENCE, partitions).awaitCampaign(history.endOf(history.lastDay()));
            awaitWhatWasUnderWay();
            return played;
        }
    }

    /** What was to happen meanwhile must have happened, or the test has shown nothing. */
    private void awaitWhatWasUnderWay() {
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Ends a service as a crash would and starts it again, while the history goes on. */
    void killAndRestart(String service) {
        sandbox.kill(service);
        underWay.add(CompletableFuture.runAsync(() -> sandbox.start(service)));
    }

    /** A second instance joins, and partitions are handed over to it, while the history goes on. */
    void joinedBySecond(String service) {
        underWay.add(CompletableFuture.runAsync(() -> sandbox.startSecond(service)));
    }

    /** Ends the first instance of a service as a crash would; what it held is for the others. */
    void kill(String service) {
        sandbox.kill(service);
    }

    /** Holds a service where it is for a while; the others go on without it as far as they can. */
    void holdBack(String service, Duration pause) {
        sandbox.suspend(service);
        underWay.add(CompletableFuture.runAsync(
                () -> sandbox.resume(service),
                CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)));
    }

    /** The lines that a service answers with. */
    List<String> get(String service, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox.url(service) + path)).build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("%s answered %d to %s".formatted(service, response.statusCode(), path));
            }
            return response.body().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where a service answers. */
    String url(String service) {
        return sandbox.url(service);
    }

    Addresses addresses() {
        return addresses;
    }

    EventSerde serde() {
        return serde;
    }

    @Override
    public void close() {
        serde.close();
        sandbox.close();
    }
}
