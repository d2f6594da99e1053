package stratum.sandbox.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import stratum.sandbox.feed.BadLine;
import stratum.sandbox.feed.History;

/** The summary for a banker: what came in, where the customers are now, what was offered and what was not. */
public final class SummaryTable {

    private static final int BAD_LINES_SHOWN = 10;
    private static final int LABEL = 36;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("MASS", "Mass 大众"),
            Map.entry("CORE", "Core 核心"),
            Map.entry("VIP", "VIP 贵宾"),
            Map.entry("PRIVATE", "Private banking 私人银行"),
            Map.entry("PROSPECT", "Prospect 潜在"),
            Map.entry("ACQUISITION", "Acquisition 获取"),
            Map.entry("GROWTH", "Growth 成长"),
            Map.entry("MATURITY", "Maturity 成熟"),
            Map.entry("AT_RISK", "At risk 流失预警"),
            Map.entry("CHURNED", "Churned 流失"));

    private final List<String> lines = new ArrayList<>();

    private SummaryTable() {}

    public static List<String> of(Summary summary, Outcome outcome, History history) {
        SummaryTable table = new SummaryTable();
        table.facts(summary, outcome.deadLetters());
        table.counts("Customers by tier 客户分层", summary.tiers());
        table.counts("Customers by stage 生命周期", summary.stages());
        table.counts("Tier signals 分层信号", summary.signals());
        table.transitions(summary);
        table.counts("Offers 营销触达", summary.offers());
        table.counts("Withheld, and why 未触达原因", summary.withheld());
        table.badLines(history);
        return table.lines;
    }

    private void facts(Summary summary, DeadLetters refused) {
        heading("%s as of %s".formatted("The bank", summary.asOf()));
        row("Facts published", "%,d".formatted(summary.facts().published()));
        row("  worked through", "%,d".formatted(summary.facts().processed()));
        row(
                "  late / repeated",
                "%,d / %,d".formatted(summary.facts().late(), summary.facts().repeated()));
        row("  refused", "%,d%s".formatted(summary.facts().deadLettered(), reasons(refused)));
        row("Customers", "%,d".formatted(summary.customers()));
        row(
                "Time",
                "%.1f s, %,d facts/s"
                        .formatted(summary.wallSeconds(), summary.throughput().factsPerSecond()));
        row(
                "Fact to decision",
                "half within %,d ms, 99 %% within %,d ms, all within %,d ms"
                        .formatted(
                                summary.latencyMillis().p50(),
                                summary.latencyMillis().p99(),
                                summary.latencyMillis().max()));
    }

    private static String reasons(DeadLetters refused) {
        return refused.byReason().isEmpty()
                ? ""
                : refused.byReason().entrySet().stream()
                        .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private void counts(String heading, Map<String, Long> counts) {
        heading(heading);
        if (counts.isEmpty()) {
            row("none", "0");
        }
        counts.forEach((what, count) -> row(NAMES.getOrDefault(what, what), "%,d".formatted(count)));
    }

    private void transitions(Summary summary) {
        heading("Transitions 阶段流转");
        summary.transitions().stream()
                .filter(move -> move.from() != null)
                .forEach(move ->
                        row("%s → %s".formatted(name(move.from()), name(move.to())), "%,d".formatted(move.count())));
    }

    private static String name(@org.jspecify.annotations.Nullable String stage) {
        return stage == null ? "new" : NAMES.getOrDefault(stage, stage);
    }

    private void badLines(History history) {
        List<BadLine> bad = history.badLines();
        if (bad.isEmpty() && history.leftOut() == 0) {
            return;
        }
        heading("The files");
        row("Rows left out on purpose", "%,d".formatted(history.leftOut()));
        row("Rows that could not be read", "%,d".formatted(bad.size()));
        bad.stream()
                .limit(BAD_LINES_SHOWN)
                .forEach(line -> lines.add("    %s:%d: %s".formatted(line.file(), line.line(), line.why())));
        if (bad.size() > BAD_LINES_SHOWN) {
            lines.add("    and %,d more".formatted(bad.size() - BAD_LINES_SHOWN));
        }
    }

    private void heading(String heading) {
        lines.add("");
        lines.add(heading);
    }

    private void row(String label, String value) {
        lines.add("  " + label + " ".repeat(Math.max(1, LABEL - width(label))) + value);
    }

    /** Chinese characters take two columns. */
    private static int width(String text) {
        return text.codePoints()
                .map(point -> Character.isIdeographic(point) ? 2 : 1)
                .sum();
    }
}
