package stratum.scoring.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of a policy for needs and groups.
 *
 * @param needs every one that holds is a need
 * @param behaviours the first that holds is the behaviour group
 * @param customerGroups the first that holds is the customer group
 */
public record Grouping(List<Rule> needs, List<Rule> behaviours, List<Rule> customerGroups) {

    /**
     * One rule.
     *
     * @param code of what it gives
     * @param condition when; a condition that asks for something unknown does not hold
     */
    public record Rule(String code, Predicate<Subject> condition) {}

    /** No rules. */
    public static final Grouping NONE = new Grouping(List.of(), List.of(), List.of());

    public Grouping {
        needs = List.copyOf(needs);
        behaviours = List.copyOf(behaviours);
        customerGroups = List.copyOf(customerGroups);
    }

    Groups of(Subject subject) {
        return new Groups(
                needs.stream()
                        .filter(rule -> rule.condition().test(subject))
                        .map(Rule::code)
                        .toList(),
                first(behaviours, subject).orElse(null),
                first(customerGroups, subject).orElse(null));
    }

    private static Optional<String> first(List<Rule> rules, Subject subject) {
        return rules.stream()
                .filter(rule -> rule.condition().test(subject))
                .map(Rule::code)
                .findFirst();
    }
}
