package stratum.customer.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stratum.customer.domain.CarePolicy;
import stratum.customer.domain.CareState;
import stratum.customer.domain.CareState.Keeping;
import stratum.customer.domain.CareState.Rating;
import stratum.customer.domain.CareState.Staged;
import stratum.customer.domain.ContactPlan;
import stratum.customer.domain.ContactPlan.Due;
import stratum.customer.domain.ContactPlan.Since;
import stratum.customer.domain.Desk;
import stratum.customer.domain.Desks;
import stratum.customer.domain.Placement;
import stratum.customer.domain.Placing;
import stratum.customer.store.CareChanges;
import stratum.customer.store.Handover;
import stratum.customer.store.KnownCustomer;
import stratum.customer.store.LoadChange;
import stratum.customer.store.Placeable;
import stratum.customer.store.Placeable.Cause;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works through what waits, one after the other in the order of business time, on what was known before. Where a desk
 * gets room for which somebody waits, it stops, so that those who wait come next: how many are worked through at once
 * then makes no difference. Used once, by one thread.
 */
final class PlacingBatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CarePolicy policy;
    private final Desks desks;
    private final ZoneId zone;
    private final Set<String> branchesWithWaiting;
    private final Map<String, KnownCustomer> known = new HashMap<>();
    private final Map<String, CareState> states = new LinkedHashMap<>();
    private final List<Handover> handovers = new ArrayList<>();
    private final Map<String, LoadChange> loads = new TreeMap<>();
    private final List<Placeable> done = new ArrayList<>();
    private @Nullable Room room;

    PlacingBatch(
            CarePolicy policy,
            ZoneId zone,
            Desks desks,
            Collection<KnownCustomer> customers,
            Set<String> branchesWithWaiting) {
        this.policy = policy;
        this.zone = zone;
        this.desks = desks;
        this.branchesWithWaiting = branchesWithWaiting;
        customers.forEach(customer -> known.put(customer.care().customerId(), customer));
    }

    /** Room for customers of these tiers. */
    record Room(Instant at, String branch, List<String> tiers) {}

    /** Works through these, or through the first of them. */
    void work(List<Placeable> due) {
        for (Placeable next : due) {
            place(next);
            done.add(next);
            if (room != null) {
                return;
            }
        }
    }

    CareChanges changes() {
        return new CareChanges(states.values(), handovers, loads.values(), done);
    }

    /** The room that somebody waits for; none where the whole of it was worked through. */
    @Nullable Room room() {
        return room;
    }

    private void place(Placeable next) {
        KnownCustomer customer = Objects.requireNonNull(known.get(next.customerId()), "Asked for before");
        CareState before = states.getOrDefault(next.customerId(), customer.care());
        CareState told = told(before, next);
        Placement placement = new Placing(
                        customer.branch(),
                        told.rating() == null ? null : told.rating().customer(),
                        told.balanceMinor(),
                        next.preferred(),
                        referrersManager(customer),
                        told.managerId())
                .decide(policy.assignment(), desks);
        CareState after = placed(told, placement, customer.branch(), next.at());
        loads(before, after, next.at());
        noteHandover(before, after, placement, next);
        states.put(next.customerId(), planned(after, customer));
    }

    private static CareState told(CareState before, Placeable next) {
        if (next.cause() == Cause.MOVED || next.cause() == Cause.NEAR_UPGRADE) {
            return before.signalled(new CareState.Signal(
                    next.at(),
                    next.cause() == Cause.MOVED,
                    Objects.requireNonNull(next.tier(), "A signal says the tier"),
                    Objects.requireNonNull(next.score(), "A signal says the score")
                            .intValue(),
                    Objects.requireNonNull(next.balanceMinor(), "A signal says the balance")));
        }
        return next.cause() == Cause.STAGE
                ? before.staged(new Staged(Objects.requireNonNull(next.stage(), "A move says the stage"), next.at()))
                : before;
    }

    /** Who referred the customer may have been placed a moment ago. */
    private @Nullable String referrersManager(KnownCustomer customer) {
        CareState referrer = customer.referrer() == null ? null : states.get(customer.referrer());
        return referrer == null ? customer.referrersManager() : referrer.managerId();
    }

    private static CareState placed(CareState told, Placement placement, @Nullable String branch, Instant at) {
        if (placement instanceof Placement.With with) {
            return by(with.managerId(), told, branch, at, null);
        } else if (placement instanceof Placement.Waiting waiting) {
            Instant since = told.keeping().waitingSince();
            return by(waiting.managerId(), told, branch, at, since == null ? at : since);
        }
        return by(null, told, branch, at, null);
    }

    private static CareState by(
            @Nullable String managerId,
            CareState told,
            @Nullable String branch,
            Instant at,
            @Nullable Instant waitingSince) {
        boolean kept = Objects.equals(managerId, told.managerId());
        return told.kept(new Keeping(branch, managerId, kept ? told.keeping().since() : at, waitingSince));
    }

    private void loads(CareState before, CareState after, Instant at) {
        String from = before.managerId();
        String to = after.managerId();
        if (from != null) {
            Desk left = desks.of(from).orElse(null);
            desks.release(from, before.balanceMinor());
            load(new LoadChange(from, -1, -before.balanceMinor()));
            if (!from.equals(to) && left != null && branchesWithWaiting.contains(left.branch())) {
                room = new Room(at, left.branch(), tiersOf(left.role()));
            }
        }
        if (to != null) {
            desks.take(to, after.balanceMinor());
            load(new LoadChange(to, 1, after.balanceMinor()));
        }
        Keeping keeping = after.keeping();
        if (keeping.waitingSince() != null && keeping.branch() != null) {
            branchesWithWaiting.add(keeping.branch());
        }
    }

    private List<String> tiersOf(String role) {
        return policy.assignment().tiers().stream()
                .filter(tier -> tier.roles().contains(role))
                .map(tier -> tier.tier())
                .toList();
    }

    private void load(LoadChange change) {
        loads.merge(change.managerId(), change, LoadChange::and);
    }

    private void noteHandover(CareState before, CareState after, Placement placement, Placeable next) {
        if (!Objects.equals(before.managerId(), after.managerId())) {
            KnownCustomer customer = Objects.requireNonNull(known.get(next.customerId()));
            handovers.add(new Handover(
                    next.customerId(),
                    next.at(),
                    next.cause().name(),
                    before.managerId(),
                    after.managerId(),
                    why(placement),
                    before.tier(),
                    after.tier(),
                    note(customer, after)));
        }
    }

    private static String note(KnownCustomer customer, CareState after) {
        ObjectNode note = (ObjectNode) JSON.readTree(customer.note());
        return note.put("balance", after.balanceMinor()).toString();
    }

    private static String why(Placement placement) {
        if (placement instanceof Placement.With with) {
            return with.why().name();
        }
        return placement instanceof Placement.Nobody nobody ? nobody.reason().name() : "NO_ROOM";
    }

    /** Of a customer whom nobody looks after only offers are due: to whoever of the branch meets the customer. */
    private CareState planned(CareState state, KnownCustomer customer) {
        LocalDate offered = customer.offeredAt() == null ? null : day(customer.offeredAt());
        Rating rating = state.rating();
        if (state.managerId() == null || rating == null) {
            return state.due(offered == null ? null : new Due(offered, ContactPlan.OFFER));
        }
        ContactPlan plan = new ContactPlan(
                new Since(rating.customer().tier(), later(day(state.keeping().since()), day(rating.movedAt()))),
                state.stage() == null
                        ? null
                        : since(state.stage().stage(), state.stage().at()),
                since(customer.intent(), customer.intentAt()),
                offered,
                customer.contactedAt() == null ? null : day(customer.contactedAt()));
        return state.due(plan.next(policy.contact()).orElse(null));
    }

    private @Nullable Since since(@Nullable String what, @Nullable Instant at) {
        return what == null ? null : new Since(what, day(at));
    }

    private LocalDate day(@Nullable Instant at) {
        return at == null ? LocalDate.EPOCH : at.atZone(zone).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
