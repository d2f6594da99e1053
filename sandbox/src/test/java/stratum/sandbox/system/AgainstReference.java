package stratum.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import stratum.events.TierSignalled;
import stratum.sandbox.feed.Day;
import stratum.schemas.Topics;
import stratum.scoring.reference.Reference;
import stratum.scoring.reference.ReferenceDay;
import stratum.scoring.reference.ReferencePolicy;
import stratum.scoring.reference.ReferenceSignal;
import stratum.scoring.reference.ReferenceStanding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what the running system says against an independent, slow and obvious computation from the same facts. */
final class AgainstReference {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Reference reference;

    AgainstReference(Part history) {
        List<ReferenceDay> days = new ArrayList<>();
        for (Day day : history.playedDays()) {
            days.add(new ReferenceDay(day.date(), day.facts()));
        }
        this.reference = Reference.of(days, history.zone(), history.currency(), policy(history.currency()));
    }

    private static ReferencePolicy policy(String currency) {
        Path resources = Path.of("../scoring-service/src/main/resources/policies");
        Path own = resources.resolve("rolling-%s.json".formatted(currency));
        try {
            return ReferencePolicy.parse(
                    Files.readString(Files.exists(own) ? own : resources.resolve("rolling-EUR.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every customer's features, score, tier, candidate and watch, as scoring-service tells them over HTTP. */
    void assertScores(List<String> lines, LocalDate date) {
        Map<String, JsonNode> told = new HashMap<>();
        lines.stream()
                .map(JSON::readTree)
                .forEach(score -> told.put(score.get("customerId").asString(), score));
        int compared = 0;
        for (String customer : reference.customers()) {
            ReferenceStanding expected = reference.standing(customer, date).orElse(null);
            if (expected == null || expected.tier() == null) {
                continue;
            }
            assertThat(told).containsKey(customer);
            assertThat(standing(Objects.requireNonNull(told.get(customer))))
                    .as("%s on %s", customer, date)
                    .isEqualTo(standing(expected));
            compared++;
        }
        assertThat(compared).as("customers compared on %s", date).isPositive();
    }

    private static Map<String, Object> standing(ReferenceStanding expected) {
        Map<String, Object> standing = new HashMap<>(expected.features());
        standing.put("score", expected.score());
        standing.put("tier", expected.tier());
        standing.put("candidate", expected.candidate());
        standing.put(
                "until",
                expected.watch() == null ? "" : expected.watch().until().toString());
        return standing;
    }

    private static Map<String, Object> standing(JsonNode told) {
        Map<String, Object> standing = new HashMap<>();
        told.get("features")
                .properties()
                .forEach(feature -> standing.put(feature.getKey(), number(feature.getValue())));
        standing.put("score", told.get("score").asInt());
        standing.put("tier", told.get("tier").asString());
        standing.put("candidate", told.get("candidate").asString());
        standing.put("until", told.path("watch").path("until").asString(""));
        return standing;
    }

    /** As the reference has it: ratios in millionths, flags 0 or 1. */
    private static long number(JsonNode told) {
        if (told.isBoolean()) {
            return told.booleanValue() ? 1 : 0;
        }
        return told.isIntegralNumber()
                ? told.longValue()
                : told.decimalValue().movePointRight(6).longValueExact();
    }

    /** Exactly the signals of the reference, in its order. */
    void assertSignals(Road road) {
        List<ReferenceSignal> told = Decisions.events(Topics.TIER_SIGNALS, road).stream()
                .map(TierSignalled.class::cast)
                .map(signal -> new ReferenceSignal(
                        signal.getCustomerId(),
                        signal.getKind(),
                        signal.getAsOf(),
                        signal.getOccurredAt(),
                        signal.getFromTier(),
                        signal.getTier()))
                .sorted(Comparator.comparing(ReferenceSignal::customerId))
                .toList();
        assertThat(told).isEqualTo(reference.signals());
    }
}
