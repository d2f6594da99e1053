package stratum.sandbox.play;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stratum.sandbox.run.SandboxFailure;

/**
 * Waits until those have finished too that pass no tick on: campaign, which says in its metrics how far business time
 * has come, and customer, which has finished when nothing is left for it to read.
 */
public final class Settling {

    private static final Pattern CLOCK =
            Pattern.compile("(?m)^stratum_clock_seconds\\{[^}]*partition=\"(\\d+)\"[^}]*} (\\S+)$");
    private static final Duration LOOK = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Addresses addresses;
    private final Duration longestStandstill;
    private final int partitions;

    /** Gives a service up when it has not moved for so long. */
    public Settling(Addresses addresses, Duration longestStandstill, int partitions) {
        this.addresses = addresses;
        this.longestStandstill = longestStandstill;
        this.partitions = partitions;
    }

    public void awaitCampaign(Instant lastTick) {
        Patience patience = new Patience(longestStandstill);
        Map<String, Long> before = Map.of();
        for (Map<String, Long> clocks = clocks(); !reached(clocks, lastTick); clocks = clocks()) {
            if (!clocks.equals(before)) {
                patience.moved();
            }
            before = clocks;
            patience.nothingMoved(() -> "campaign-service");
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean reached(Map<String, Long> clocks, Instant lastTick) {
        return clocks.size() >= partitions
                && clocks.values().stream().allMatch(clock -> clock >= lastTick.getEpochSecond());
    }

    /** How far each partition is, wherever it is worked through. */
    private Map<String, Long> clocks() {
        return addresses.campaignUrls().stream()
                .flatMap(url -> CLOCK.matcher(metrics(url)).results())
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> (long) Double.parseDouble(found.group(2)), Math::max));
    }

    private String metrics(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            // It may be starting again, or there is no such instance; how long that may take is for the patience to
            // say.
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxFailure("The waiting was interrupted.", e);
        }
    }

    public void awaitCustomer() {
        Patience patience = new Patience(longestStandstill);
        try (Unread unread = new Unread(addresses.clients(), "customer-service")) {
            long before = -1;
            for (long left = unread.records(); left > 0; left = unread.records()) {
                if (left != before) {
                    patience.moved();
                }
                before = left;
                patience.nothingMoved(() -> "customer-service");
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }
}
