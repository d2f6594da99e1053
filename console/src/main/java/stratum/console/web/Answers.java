package stratum.console.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stratum.console.domain.CustomerStory.DecisionStory;
import stratum.console.domain.CustomerStory.Distance;
import stratum.console.domain.CustomerStory.StageStory;
import stratum.console.domain.CustomerStory.TierStory;
import stratum.console.domain.Distribution;
import stratum.console.domain.News;
import stratum.console.domain.Words;
import tools.jackson.databind.JsonNode;

/** Reads what the services answer. What is missing stays out of the page; what is new does no harm. */
final class Answers {

    private Answers() {}

    static Distribution distribution(JsonNode json, String counts) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        json.path(counts)
                .properties()
                .forEach(count -> numbers.put(count.getKey(), count.getValue().asLong(0)));
        return new Distribution(date(json, "asOf"), json.path("customers").asLong(0), numbers);
    }

    static TierStory tier(JsonNode json) {
        JsonNode watch = json.path("watch");
        return new TierStory(
                date(json, "asOf"),
                text(json, "tier", ""),
                text(json, "candidate"),
                json.path("score").asInt(0),
                date(watch, "since"),
                date(watch, "until"),
                numbers(json.path("points")),
                words(json.path("reasons")),
                list(json.path("distance").path("up"), Answers::distance),
                list(json.path("distance").path("down"), Answers::distance),
                features(json.path("features")));
    }

    static StageStory stage(JsonNode json) {
        return new StageStory(
                date(json, "asOf"),
                text(json, "stage", ""),
                date(json, "since"),
                text(json, "previous"),
                json.path("risk").asInt(0),
                list(json.path("causes"), cause -> cause.asString("")),
                json.path("pAlive").isNumber() ? json.path("pAlive").asDouble() : null,
                numbers(json.path("expectedTransactions")),
                date(json, "dueDate"));
    }

    /** Decisions as they were made, the newest first, each with the words of its offer where there was one. */
    static List<DecisionStory> decisions(JsonNode decisions, JsonNode offers) {
        Map<String, JsonNode> byId = list(offers, Function.identity()).stream()
                .collect(Collectors.toMap(
                        offer -> text(offer, "offerId", ""), Function.identity(), (one, other) -> one));
        return list(decisions, decision -> decision(decision, byId)).stream()
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    private static DecisionStory decision(JsonNode json, Map<String, JsonNode> offers) {
        JsonNode offer = offers.get(text(json, "offerId", "-"));
        JsonNode considered = json.path("considered");
        return new DecisionStory(
                instant(json, "occurredAt"),
                text(json.path("occasion"), "name", text(json, "occasion", "")),
                offer == null ? chosen(considered) : text(offer, "campaignId"),
                offer == null ? null : message(offer),
                offer == null ? List.of() : words(offer.path("reasons")),
                list(considered, Answers::refusal).stream()
                        .filter(refusal -> !refusal.reason().isEmpty())
                        .toList());
    }

    private static @Nullable String chosen(JsonNode considered) {
        return list(considered, Function.identity()).stream()
                .filter(one -> text(one, "withheld") == null)
                .map(one -> text(one, "campaignId"))
                .findFirst()
                .orElse(null);
    }

    private static News.Refusal refusal(JsonNode json) {
        return new News.Refusal(text(json, "campaignId", ""), text(json, "withheld", ""), text(json, "detail"));
    }

    private static Words message(JsonNode offer) {
        Map<String, String> texts = new LinkedHashMap<>();
        list(offer.path("messages"), Function.identity())
                .forEach(message -> texts.put(text(message, "language", "en"), text(message, "text", "")));
        return new Words(text(offer, "offerCode", ""), texts);
    }

    private static Distance distance(JsonNode json) {
        return new Distance(
                text(json, "what", text(json, "feature", "")),
                number(json.path("actual")),
                number(json.path("required")),
                number(json.path("missing")));
    }

    private static List<Words> words(JsonNode reasons) {
        return list(reasons, reason -> {
            Map<String, String> texts = new LinkedHashMap<>();
            reason.path("text")
                    .properties()
                    .forEach(text -> texts.put(text.getKey(), text.getValue().asString("")));
            return new Words(text(reason, "code", ""), texts);
        });
    }

    private static Map<String, Double> numbers(JsonNode json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble(0)));
        return numbers;
    }

    private static Map<String, Object> features(JsonNode json) {
        Map<String, Object> features = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            features.put(entry.getKey(), value.isNumber() ? value.numberValue() : value.asString(value.toString()));
        });
        return features;
    }

    private static Number number(JsonNode json) {
        return json.isNumber() ? json.numberValue() : 0;
    }

    /** An array, or the first array inside of a page of results. */
    private static <T> List<T> list(JsonNode json, Function<JsonNode, T> each) {
        List<T> items = new ArrayList<>();
        array(json).forEach(item -> items.add(each.apply(item)));
        return items;
    }

    private static JsonNode array(JsonNode json) {
        if (!json.isObject()) {
            return json;
        }
        return json.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseGet(() -> json.path("items"));
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    private static String text(JsonNode json, String field, String otherwise) {
        String text = text(json, field);
        return text == null ? otherwise : text;
    }

    private static @Nullable LocalDate date(JsonNode json, String field) {
        String text = text(json, field);
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(JsonNode json, String field) {
        String text = text(json, field);
        try {
            return text == null ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
