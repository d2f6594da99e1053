package stratum.console.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import stratum.console.domain.Pace;
import stratum.console.domain.Snapshot;

/**
 * The parts of the page that change, as HTML in one language. Each snapshot is rendered once per language, however many
 * viewers there are.
 */
final class Parts {

    /** Each is a template and the id of the place where it belongs. */
    static final List<String> NAMES = List.of("status", "road", "people", "news", "topics", "dead-letters");

    private final ITemplateEngine engine;
    private final MessageSource messages;
    private final ZoneId zone;
    private final String currency;
    private final Map<Locale, Rendered> latest = new ConcurrentHashMap<>();

    Parts(ITemplateEngine engine, MessageSource messages, ZoneId zone, String currency) {
        this.engine = engine;
        this.messages = messages;
        this.zone = zone;
        this.currency = currency;
    }

    /** The parts of one snapshot by name, and {@code pace} as JSON for the chart. */
    record Rendered(long number, Map<String, String> parts) {

        Map<String, String> changedSince(Rendered before) {
            return parts.entrySet().stream()
                    .filter(part -> !part.getValue().equals(before.parts.get(part.getKey())))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other, LinkedHashMap::new));
        }
    }

    static final Rendered NOTHING = new Rendered(-1, Map.of());

    Formats formats(Locale locale) {
        return new Formats(locale, zone, currency, messages);
    }

    Rendered render(Snapshot snapshot, Locale locale) {
        return Objects.requireNonNull(latest.compute(
                locale,
                (language, last) ->
                        last != null && last.number() == snapshot.number() ? last : renderAnew(snapshot, language)));
    }

    static String json(List<Pace> pace) {
        return pace.stream()
                .map(point -> "[%d,%.1f,%.1f,%d]"
                        .formatted(point.at().toEpochMilli(), point.facts(), point.decisions(), point.lag()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Rendered renderAnew(Snapshot snapshot, Locale locale) {
        Context context = new Context(locale, Map.of("s", snapshot, "f", formats(locale)));
        Map<String, String> parts = new LinkedHashMap<>();
        NAMES.forEach(name -> parts.put(name, engine.process("part-" + name, context)));
        parts.put("pace", json(snapshot.pace()));
        return new Rendered(snapshot.number(), parts);
    }
}
