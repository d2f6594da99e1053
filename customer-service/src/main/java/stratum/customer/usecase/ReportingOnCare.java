package stratum.customer.usecase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import stratum.customer.domain.CarePolicy;
import stratum.customer.domain.Desk;
import stratum.customer.domain.Desks;
import stratum.customer.domain.Placement;
import stratum.customer.domain.Placing;
import stratum.customer.domain.Resources;
import stratum.customer.domain.Spread;
import stratum.customer.store.Portfolios;
import stratum.customer.store.Portfolios.Effort;
import stratum.customer.store.Portfolios.OfBranch;
import stratum.platform.web.InvalidInput;

/** Says how evenly load is spread, and how many managers the contact plan takes. */
@Component
public final class ReportingOnCare {

    private static final int MOST_CUSTOMERS = 50_000;

    private final Portfolios portfolios;
    private final LookingAtPortfolios looking;

    ReportingOnCare(Portfolios portfolios, LookingAtPortfolios looking) {
        this.portfolios = portfolios;
        this.looking = looking;
    }

    /**
     * The spread over the managers of a role.
     *
     * @param now as it is
     * @param anew as it would be if everybody of the branch were placed anew, the largest balance first
     */
    public record RoleSpread(String role, Spread now, Spread anew) {}

    /**
     * The spread in a branch.
     *
     * @param moves how many customers would change hands if everybody were placed anew
     */
    public record BranchSpread(String branch, List<RoleSpread> roles, long moves) {}

    /**
     * Managers needed for a tier in a branch.
     *
     * @param managers to 2 decimals
     * @param thereAre at work in the branch, of a role that looks after the tier; shared with other tiers of that role
     */
    public record Need(
            String branch, String tier, long customers, BigDecimal managers, List<String> roles, long thereAre) {}

    /**
     * Managers needed for all tiers that the same roles look after.
     *
     * @param missing how many are too few, to 2 decimals; below 0 where there are more than needed
     */
    public record PoolNeed(String branch, List<String> roles, BigDecimal managers, long thereAre, BigDecimal missing) {}

    /** What the contact plan takes, by branch and tier, and by branch and the roles that share the work. */
    public record Needs(List<Need> tiers, List<PoolNeed> pools) {}

    /**
     * How evenly the load of a branch is spread, now and if everybody were placed anew.
     *
     * @throws InvalidInput where the branch has more customers than can be placed while somebody waits for it
     */
    public Mono<BranchSpread> spread(String branchId) {
        return looking.now()
                .flatMap(look -> Mono.zip(
                                portfolios.desks(branchId).collectList(),
                                portfolios
                                        .ofBranch(branchId, MOST_CUSTOMERS + 1)
                                        .collectList())
                        .map(both -> spread(branchId, both.getT1(), both.getT2(), look.policy())));
    }

    private static BranchSpread spread(String branch, List<Desk> desks, List<OfBranch> customers, CarePolicy policy) {
        if (customers.size() > MOST_CUSTOMERS) {
            throw new InvalidInput(
                    "branch",
                    "The branch has more than the %d customers that are placed here.".formatted(MOST_CUSTOMERS));
        }
        Desks anew = new Desks(desks.stream()
                .map(desk -> new Desk(desk.managerId(), desk.branch(), desk.role(), desk.capacity(), 0, 0))
                .toList());
        long moves = 0;
        for (OfBranch each : customers) {
            Placement placement = new Placing(branch, each.customer(), each.balanceMinor(), null, null, null)
                    .decide(policy.assignment(), anew);
            if (placement instanceof Placement.With with) {
                anew.take(with.managerId(), each.balanceMinor());
                moves += with.managerId().equals(each.held()) ? 0 : 1;
            }
        }
        Map<String, List<Desk>> now = byRole(desks);
        Map<String, List<Desk>> then = byRole(anew.all());
        return new BranchSpread(
                branch,
                now.entrySet().stream()
                        .map(each -> new RoleSpread(
                                each.getKey(),
                                Spread.over(each.getValue()),
                                Spread.over(then.getOrDefault(each.getKey(), List.of()))))
                        .toList(),
                moves);
    }

    private static Map<String, List<Desk>> byRole(List<Desk> desks) {
        return desks.stream().collect(Collectors.groupingBy(Desk::role, TreeMap::new, Collectors.toList()));
    }

    /** How many managers the contact plan takes, and how many there are. */
    public Mono<Needs> needs() {
        return looking.now()
                .flatMap(look -> Mono.zip(
                                portfolios.efforts().collectList(),
                                portfolios.desks(null).collectList())
                        .map(both -> needs(both.getT1(), both.getT2(), new Resources(look.policy()))));
    }

    private record BranchTier(String branch, String tier) {}

    private record BranchRoles(String branch, List<String> roles) {}

    private static Needs needs(List<Effort> efforts, List<Desk> desks, Resources resources) {
        Map<BranchTier, BigDecimal> managers = new LinkedHashMap<>();
        Map<BranchTier, Long> customers = new LinkedHashMap<>();
        Map<BranchRoles, BigDecimal> pools = new LinkedHashMap<>();
        for (Effort effort : efforts) {
            BranchTier place = new BranchTier(effort.branch(), effort.tier());
            BigDecimal needed = resources.needed(effort.tier(), effort.reason(), effort.customers());
            managers.merge(place, needed, BigDecimal::add);
            customers.merge(place, effort.customers(), Long::sum);
            pools.merge(new BranchRoles(effort.branch(), resources.rolesFor(effort.tier())), needed, BigDecimal::add);
        }
        List<Need> tiers = new ArrayList<>();
        managers.forEach((place, needed) -> {
            List<String> roles = resources.rolesFor(place.tier());
            tiers.add(new Need(
                    place.branch(),
                    place.tier(),
                    customers.getOrDefault(place, 0L),
                    rounded(needed),
                    roles,
                    thereAre(place.branch(), roles, desks)));
        });
        List<PoolNeed> shared = new ArrayList<>();
        pools.forEach((pool, needed) -> {
            long thereAre = thereAre(pool.branch(), pool.roles(), desks);
            shared.add(new PoolNeed(
                    pool.branch(),
                    pool.roles(),
                    rounded(needed),
                    thereAre,
                    rounded(needed.subtract(BigDecimal.valueOf(thereAre)))));
        });
        return new Needs(tiers, shared);
    }

    private static long thereAre(String branch, List<String> roles, List<Desk> desks) {
        return desks.stream()
                .filter(desk -> desk.branch().equals(branch) && roles.contains(desk.role()))
                .count();
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }
}
