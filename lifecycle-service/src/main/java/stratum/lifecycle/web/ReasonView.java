package stratum.lifecycle.web;

import java.util.List;
import java.util.Map;
import stratum.lifecycle.domain.Cause;

/** A cause in words, by language tag. */
record ReasonView(Cause code, Map<String, String> text) {

    static List<ReasonView> of(List<Cause> causes) {
        return causes.stream()
                .map(cause -> new ReasonView(cause, cause.words()))
                .toList();
    }
}
