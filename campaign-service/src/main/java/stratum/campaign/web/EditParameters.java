package stratum.campaign.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stratum.platform.web.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what comes with an edit over HTTP. */
final class EditParameters {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern ACTOR = Pattern.compile("\\S(.{0,62}\\S)?");

    private EditParameters() {}

    static long edition(@Nullable String match) {
        Matcher etag = ETAG.matcher(match == null ? "" : match.strip());
        if (!etag.matches()) {
            throw new InvalidInput("If-Match", "The ETag of what is changed is wanted, such as \"3\".");
        }
        return Long.parseLong(etag.group(1));
    }

    static String etag(long edition) {
        return "\"%d\"".formatted(edition);
    }

    static String actor(@Nullable String actor) {
        if (actor == null || !ACTOR.matcher(actor).matches()) {
            throw new InvalidInput("actor", "Who does this is missing: 1 to 64 characters are wanted.");
        }
        return actor;
    }

    static ObjectNode document(@Nullable JsonNode document) {
        if (document instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidInput("document", "It is missing, or no object.");
    }
}
