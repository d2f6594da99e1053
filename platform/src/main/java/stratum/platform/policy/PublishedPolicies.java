package stratum.platform.policy;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stratum.events.PolicyPublished;
import stratum.platform.web.InvalidInput;

/**
 * What was announced on a topic of policies, as rules: each document read once however often it is asked for. There are as
 * many as were ever published.
 *
 * @param <P> the rules that a document states
 */
public final class PublishedPolicies<P> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedPolicies.class);

    /** A version is announced at least once, and compaction keeps the last time only: the place in the log says nothing. */
    private static final Comparator<PolicyPublished> BY_PUBLICATION = comparing(PolicyPublished::getPublishedAt)
            .thenComparing(PolicyPublished::getPolicyId)
            .thenComparing(PolicyPublished::getVersion);

    private final Function<String, P> reader;
    private final Map<String, Optional<P>> read = new ConcurrentHashMap<>();

    /**
     * @param reader makes rules of a document, and throws where it cannot, {@link InvalidInput} with a sentence for each
     *     mistake
     */
    public PublishedPolicies(Function<String, P> reader) {
        this.reader = reader;
    }

    /** In the order of their publication. What cannot rule is reported once and left out: nothing stops because of it. */
    public List<P> read(List<PolicyPublished> published) {
        return published.stream()
                .sorted(BY_PUBLICATION)
                .flatMap(one -> rules(one).stream())
                .toList();
    }

    private Optional<P> rules(PolicyPublished published) {
        return read.computeIfAbsent(published.getDocument(), document -> read(published));
    }

    private Optional<P> read(PolicyPublished published) {
        try {
            return Optional.of(reader.apply(published.getDocument()));
        } catch (RuntimeException e) {
            LOG.error(
                    "Policy {} version {} was published and cannot rule: {}",
                    published.getPolicyId(),
                    published.getVersion(),
                    e.toString());
            return Optional.empty();
        }
    }
}
