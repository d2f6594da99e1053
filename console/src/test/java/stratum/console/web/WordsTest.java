package stratum.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stratum.events.Cause;
import stratum.events.MilestoneKind;
import stratum.events.SignalKind;
import stratum.events.Stage;
import stratum.schemas.Topics;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Properties english = words("en");
    private final Properties chinese = words("zh_CN");

    @Test
    void every_word_is_there_in_both_languages() {
        assertThat(keys(chinese)).isEqualTo(keys(english));
    }

    @Test
    void a_word_has_the_same_places_for_numbers_in_both_languages() {
        assertThat(keys(english))
                .allSatisfy(key -> assertThat(places(chinese, key)).as(key).isEqualTo(places(english, key)));
    }

    @Test
    void every_word_can_be_written() {
        assertThat(english.values())
                .allSatisfy(text -> assertThat(new MessageFormat((String) text)).isNotNull());
        // An apostrophe is a quotation mark to MessageFormat and would vanish: use the typographic one.
        assertThat(english.values()).noneMatch(text -> ((String) text).contains("'"));
    }

    @Test
    void whatever_the_services_can_say_has_a_word() {
        Set<String> expected = new TreeSet<>();
        for (Stage stage : Stage.values()) {
            expected.add("stage." + stage);
            expected.add("occasion." + stage);
            expected.add("entered." + stage);
        }
        for (SignalKind kind : SignalKind.values()) {
            expected.add("signal." + kind);
            expected.add("occasion." + kind);
        }
        for (Cause cause : Cause.values()) {
            expected.add("cause." + cause);
        }
        for (MilestoneKind milestone : MilestoneKind.values()) {
            expected.add("occasion." + milestone);
        }
        Topics.catalogue().forEach(topic -> expected.add("topic." + topic.name()));

        assertThat(keys(english)).containsAll(expected);
    }

    private static Set<String> keys(Properties words) {
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static Set<String> places(Properties words, String key) {
        return PLACE.matcher(Objects.toString(words.getProperty(key)))
                .results()
                .map(place -> place.group())
                .collect(Collectors.toSet());
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        String file = "/messages_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }
}
