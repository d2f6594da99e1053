package stratum.console.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import stratum.console.domain.CustomerStory;
import stratum.console.domain.Snapshot;
import stratum.console.usecase.Customers;
import stratum.console.usecase.Snapshots;

/** The page of the road, and the panel that explains one customer. */
@Controller
final class Pages {

    private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Snapshots snapshots;
    private final Customers customers;
    private final Parts parts;

    Pages(Snapshots snapshots, Customers customers, Parts parts) {
        this.snapshots = snapshots;
        this.customers = customers;
        this.parts = parts;
    }

    @GetMapping("/")
    Mono<Rendering> road(@RequestParam(defaultValue = "") String customer, ServerWebExchange exchange) {
        Snapshot snapshot = snapshots.latest();
        return story(customer)
                .map(story -> view("page", customer, story, exchange)
                        .modelAttribute("s", snapshot)
                        .modelAttribute("pace", Parts.json(snapshot.pace()))
                        .build());
    }

    /** The panel alone, for a page that is already there; the address bar then leads back to it. */
    @GetMapping("/customer")
    Mono<Rendering> customer(@RequestParam(defaultValue = "") String customer, ServerWebExchange exchange) {
        String id = customer.strip();
        if (CUSTOMER.matcher(id).matches()) {
            exchange.getResponse().getHeaders().add("HX-Push-Url", "/?customer=" + id);
        }
        return story(id).map(story -> view("part-customer", id, story, exchange).build());
    }

    private Mono<Optional<CustomerStory>> story(String customer) {
        String id = customer.strip();
        return CUSTOMER.matcher(id).matches() ? customers.story(id).map(Optional::of) : Mono.just(Optional.empty());
    }

    private Rendering.Builder<?> view(
            String template, String asked, Optional<CustomerStory> story, ServerWebExchange exchange) {
        Locale locale = Languages.of(exchange);
        Rendering.Builder<?> view = Rendering.view(template)
                .modelAttribute("f", parts.formats(locale))
                .modelAttribute("language", locale.getLanguage())
                .modelAttribute("asked", asked.strip());
        story.ifPresent(told -> view.modelAttribute("story", told));
        return view;
    }
}
