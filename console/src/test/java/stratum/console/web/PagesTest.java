package stratum.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import stratum.console.Console;
import stratum.console.SampleConsole;

/** The pages of a made-up bank in the middle of a replay. */
@SpringBootTest(
        classes = {SampleConsole.class, Console.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"stratum.console.pace=200ms", "stratum.console.viewers=2", "stratum.base-currency=CZK"})
class PagesTest {

    private static final Pattern CODE = Pattern.compile(">\\s*[A-Z]+_[A-Z_]+\\s*<");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final int port;

    PagesTest(@Autowired @LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?customer=berka-2451",
                "/?customer=nobody",
                "/?customer=two%20words",
                "/customer?customer=berka-1"
            })
    void no_word_is_missing_in_either_language(String page) throws Exception {
        for (String language : List.of("en", "zh-CN")) {
            String html = get(page + (page.contains("?") ? "&" : "?") + "lang=" + language);

            assertThat(html).doesNotContain("??");
            assertThat(CODE.matcher(html).results().map(found -> found.group())).isEmpty();
        }
    }

    @Test
    void a_page_has_no_script_of_its_own_and_asks_no_other_host() throws Exception {
        String html = get("/?customer=berka-2451");

        assertThat(html)
                .doesNotContainPattern("<script(?![^>]*src=\"/)")
                .doesNotContainPattern("\\son[a-z]+=\"")
                .doesNotContain("style=\"");
        assertThat(html).doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @Test
    void whatever_the_page_refers_to_is_there() throws Exception {
        Stream<String> references = Pattern.compile("(?:src|href)=\"(/[^\"?]+)\"")
                .matcher(get("/"))
                .results()
                .map(found -> found.group(1))
                .distinct();

        assertThat(references)
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        path -> assertThat(answer(path).statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void chinese_is_chosen_by_the_browser_and_by_the_switch() throws Exception {
        HttpRequest.Builder chinese = request("/").header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");

        assertThat(browser.send(chinese.build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("私人银行", "流失预警", "年3月");
        assertThat(answer("/?lang=zh-CN").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("language=zh-CN"));
        assertThat(get("/?lang=en")).contains("Private", "At risk", "Mar 1997");
    }

    @Test
    void a_customer_is_explained_with_tier_stage_and_offer() throws Exception {
        HttpResponse<String> panel = answer("/customer?customer=%20berka-2451%20");

        assertThat(panel.body()).contains("Why this tier", "CZK412,330.50", "The balance has flowed out", "No consent");
        assertThat(panel.headers().firstValue("HX-Push-Url")).hasValue("/?customer=berka-2451");
    }

    @Test
    void what_is_no_customer_number_is_not_asked_for_and_not_run() throws Exception {
        assertThat(get("/?customer=%3Cscript%3Ealert(1)%3C/script%3E"))
                .contains("is no customer number")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_stream_sends_every_part_first_and_then_what_changed() throws Exception {
        List<String> events = events(12);

        assertThat(events.subList(0, 7))
                .containsExactly("status", "road", "people", "news", "topics", "dead-letters", "pace");
        assertThat(events.subList(7, 12)).doesNotContain("status");
    }

    @Test
    void a_viewer_too_many_is_asked_to_come_back() throws Exception {
        try (Stream<String> one = stream();
                Stream<String> two = stream()) {
            assertThat(one.findFirst()).isPresent();
            assertThat(two.findFirst()).isPresent();

            assertThat(events(1)).containsExactly("full");
        }
    }

    private List<String> events(int count) throws Exception {
        try (Stream<String> lines = stream()) {
            return lines.filter(line -> line.startsWith("event:"))
                    .map(line -> line.substring("event:".length()))
                    .limit(count)
                    .toList();
        }
    }

    private Stream<String> stream() throws Exception {
        return browser.send(request("/live").build(), HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response = answer(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
