package stratum.scoring.usecase;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import stratum.scoring.domain.Feature;

/** What rules may name: features, and the fields of the profile. */
final class Vocabulary {

    static final Set<String> FEATURES =
            Arrays.stream(Feature.values()).map(Feature::label).collect(Collectors.toUnmodifiableSet());

    static final Set<String> PROFILE = Set.of("kind", "age", "occupation", "incomeBand", "employed", "representative");

    private Vocabulary() {}
}
