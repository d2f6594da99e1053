package stratum.customer.web;

import java.util.List;
import java.util.Map;

/** The bank's customers at a glance. */
record OverviewView(long customers, Map<String, Long> tiers, Map<String, Long> stages, List<EntryView> offers) {}
