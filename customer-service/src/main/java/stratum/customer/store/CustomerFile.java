package stratum.customer.store;

import org.jspecify.annotations.Nullable;
import stratum.customer.domain.FileState;

/**
 * A customer file as it is held.
 *
 * @param profile the file without its consents, as JSON; none where there is no file
 * @param consents the consents, as a JSON list
 */
public record CustomerFile(
        FileState state, @Nullable String profile, @Nullable String consents) {}
