package stratum.customer.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import stratum.customer.domain.Expectation;
import stratum.platform.web.InvalidInput;

/** What the headers of an edit expect to find: {@code If-Match} a version, {@code If-None-Match: *} nothing. */
final class Preconditions {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");
    private static final String ANY = "*";

    private Preconditions() {}

    static Expectation of(HttpHeaders headers) {
        if (ANY.equals(headers.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            return Expectation.absent();
        }
        return ofMatch(headers.getFirst(HttpHeaders.IF_MATCH));
    }

    private static Expectation ofMatch(@Nullable String match) {
        if (match == null) {
            return Expectation.anything();
        } else if (match.trim().equals(ANY)) {
            return Expectation.present();
        }
        Matcher version = VERSION.matcher(match.trim());
        if (!version.matches()) {
            throw new InvalidInput("If-Match", "It is the ETag of the file, such as \"3\", or *.");
        }
        return Expectation.version(Long.parseLong(version.group(1)));
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }
}
