package stratum.campaign.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a text: {@code {tier}} and {@code {validUntil}}. */
public final class Placeholders {

    /** All that a text may use. */
    public static final Set<String> KNOWN = Set.of("tier", "validUntil");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, DateTimeFormatter> DATES = Map.of(
            "en", DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH),
            "zh-CN", DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.SIMPLIFIED_CHINESE));

    private final Words words;
    private final String tier;
    private final LocalDate validUntil;

    Placeholders(Words words, String tier, LocalDate validUntil) {
        this.words = words;
        this.tier = tier;
        this.validUntil = validUntil;
    }

    /** The placeholders in a text that no customer could have a value for. */
    public static List<String> unknownIn(String text) {
        Set<String> unknown = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(unknown::add);
        unknown.removeAll(KNOWN);
        return List.copyOf(unknown);
    }

    Message fill(Message message) {
        String title = message.title();
        return new Message(
                message.language(),
                title == null ? null : fill(title, message.language()),
                fill(message.text(), message.language()));
    }

    String fill(String text, String language) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), language, found.group())));
    }

    private String value(String name, String language, String otherwise) {
        return switch (name) {
            case "tier" -> words.tier(tier, language);
            case "validUntil" ->
                DATES.getOrDefault(language, DateTimeFormatter.ISO_LOCAL_DATE).format(validUntil);
            default -> otherwise;
        };
    }
}
