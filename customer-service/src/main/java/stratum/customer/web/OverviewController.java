package stratum.customer.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import stratum.customer.store.Customers;
import stratum.customer.store.Customers.Count;
import stratum.customer.store.Timeline;
import tools.jackson.databind.json.JsonMapper;

/** How many customers are where, and the newest offers; for the console. */
@RestController
final class OverviewController {

    private final Customers customers;
    private final Timeline timeline;
    private final JsonMapper json;

    OverviewController(Customers customers, Timeline timeline, JsonMapper json) {
        this.customers = customers;
        this.timeline = timeline;
        this.json = json;
    }

    @GetMapping("/v1/overview")
    Mono<OverviewView> overview(@RequestParam(defaultValue = "20") int offers) {
        Mono<List<EntryView>> newest = timeline.newestOffers(Page.limit(offers))
                .map(entry -> EntryView.of(entry, json))
                .collectList();
        return Mono.zip(customers.counts().collectList(), newest).map(both -> view(both.getT1(), both.getT2()));
    }

    private static OverviewView view(List<Count> counts, List<EntryView> offers) {
        long all = counts.stream().mapToLong(Count::customers).sum();
        return new OverviewView(all, by(Count::tier, counts), by(Count::stage, counts), offers);
    }

    /** Customers whom scoring or lifecycle has not yet seen count in the whole only. */
    private static Map<String, Long> by(Function<Count, @Nullable String> group, List<Count> counts) {
        Map<String, Long> sums = new TreeMap<>();
        for (Count count : counts) {
            String name = group.apply(count);
            if (name != null) {
                sums.merge(name, count.customers(), Long::sum);
            }
        }
        return sums;
    }
}
