package stratum.lifecycle.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer went from one stage to another.
 *
 * @param from the stage left; none for a new customer
 * @param to where the customer stands now
 * @param causes why, largest first
 * @param assessment how the customer is doing, in the new stage
 */
public record Transition(@Nullable Stage from, Standing to, List<Cause> causes, Assessment assessment) {}
