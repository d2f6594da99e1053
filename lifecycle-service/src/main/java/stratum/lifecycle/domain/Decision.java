package stratum.lifecycle.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation comes to.
 *
 * @param life the customer's life from now on
 * @param transitions the stages gone through, in order
 * @param milestones those passed, first of the fact, then of the calendar
 * @param news how the customer is doing, where a reader could notice a change
 */
public record Decision(
        Life life,
        List<Transition> transitions,
        List<Milestone> milestones,
        @Nullable Assessment news) {}
