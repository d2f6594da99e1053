package stratum.scoring.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        List<String> found = new ArrayList<>();
        for (Rule need : needs) {
            if (need.condition().test(subject)) {
                found.add(need.code());
            }
        }
        return new Groups(found, first(behaviours, subject), first(customerGroups, subject));
    }

    private static @Nullable String first(List<Rule> rules, Subject subject) {
        for (Rule rule : rules) {
            if (rule.condition().test(subject)) {
                return rule.code();
            }
        }
        return null;
    }
}
