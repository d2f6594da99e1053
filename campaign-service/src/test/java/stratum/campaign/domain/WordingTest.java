package stratum.campaign.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final Wording WORDING = new Wording(List.of(
            entry("anything", Set.of(), Channel.PUSH, Channel.SMS),
            entry("quiet", Set.of("INACTIVITY"), Channel.PUSH),
            entry("leaving", Set.of("BALANCE_OUTFLOW", "COMPETITOR"), Channel.PUSH)));

    @Test
    void the_most_telling_topic_that_has_words_is_spoken_about() {
        assertThat(said(Channel.PUSH, "SALARY_STOPPED", "COMPETITOR", "INACTIVITY"))
                .isEqualTo("leaving");
        assertThat(said(Channel.PUSH, "INACTIVITY", "COMPETITOR")).isEqualTo("quiet");
    }

    @Test
    void a_topic_without_words_of_its_own_gets_those_for_anything() {
        assertThat(said(Channel.PUSH, "SALARY_STOPPED")).isEqualTo("anything");
        assertThat(said(Channel.SMS, "INACTIVITY")).isEqualTo("anything");
    }

    @ParameterizedTest(name = "{0} is written to in {1}")
    @CsvSource({"en, en", "zh-CN, zh-CN", "zh-cn, zh-CN", "zh-Hans-SG, zh-CN", "en-GB, en", "cs, en", "'', en"})
    void a_customer_is_written_to_in_the_nearest_language(String wanted, String written) {
        List<Message> messages = List.of(new Message("en", null, "yes"), new Message("zh-CN", null, "是"));

        assertThat(Wording.language(wanted, messages)).isEqualTo(written);
    }

    @Test
    void placeholders_that_nothing_is_known_for_are_found() {
        assertThat(Placeholders.unknownIn("{tier} until {validUntil}, {name} {name} {}"))
                .containsExactly("", "name");
    }

    private static String said(Channel channel, String... topics) {
        return WORDING.on(channel, List.of(topics)).get(0).text();
    }

    private static Wording.Entry entry(String text, Set<String> about, Channel... channels) {
        return new Wording.Entry(about, Set.of(channels), List.of(new Message("en", null, text)));
    }
}
