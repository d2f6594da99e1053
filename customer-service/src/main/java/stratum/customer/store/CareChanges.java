package stratum.customer.store;

import java.util.Collection;
import java.util.List;
import stratum.customer.domain.CareState;

/** What placing changes. */
public record CareChanges(
        Collection<CareState> states, List<Handover> handovers, Collection<LoadChange> loads, List<Placeable> done) {}
