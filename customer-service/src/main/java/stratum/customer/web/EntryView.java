package stratum.customer.web;

import java.time.Instant;
import stratum.customer.store.TimelineEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An entry of the timeline. */
record EntryView(String customerId, Instant at, String kind, String id, JsonNode details) {

    static EntryView of(TimelineEntry entry, JsonMapper json) {
        return new EntryView(entry.customerId(), entry.at(), entry.kind(), entry.id(), json.readTree(entry.details()));
    }
}
