package stratum.lifecycle.usecase;

import java.util.List;
import java.util.Locale;
import stratum.lifecycle.usecase.FittedModels.Frequency;

/** Draws how many customers have how many repeat purchases, beside how many should, as SVG. */
public final class FrequencyPlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int BOTTOM = 300;
    private static final int TOP = 50;
    private static final String ACTUAL = "#1f4e79";
    private static final String EXPECTED = "#c55a11";

    private FrequencyPlot() {}

    /** The document. */
    public static String of(FittedModels fitted) {
        List<Frequency> bars = fitted.repeats();
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.actual(), bar.expected()))
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH,
                HEIGHT);
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        text(svg, LEFT, 24, "start", "Customers by repeat purchases, %d in all".formatted(fitted.customers()));
        legend(svg, 380, ACTUAL, "actual");
        legend(svg, 470, EXPECTED, "expected (BG/NBD)");
        double step = (double) (WIDTH - LEFT - 20) / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            Frequency bar = bars.get(i);
            double x = LEFT + i * step;
            bar(svg, x + step * 0.1, step * 0.38, bar.actual() / most, ACTUAL);
            bar(svg, x + step * 0.5, step * 0.38, bar.expected() / most, EXPECTED);
            String more = i == bars.size() - 1 ? "+" : "";
            text(svg, x + step / 2, BOTTOM + 18, "middle", bar.repeats() + more);
        }
        for (int quarter = 0; quarter <= 4; quarter++) {
            double y = BOTTOM - quarter / 4.0 * (BOTTOM - TOP);
            add(svg, "<path d=\"M%d %.1fH%d\" stroke=\"#ccc\" stroke-width=\".5\"/>", LEFT, y, WIDTH - 20);
            text(svg, LEFT - 6, y + 4, "end", Long.toString(Math.round(most * quarter / 4)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void legend(StringBuilder svg, int x, String colour, String words) {
        add(svg, "<rect x=\"%d\" y=\"14\" width=\"12\" height=\"12\" fill=\"%s\"/>", x, colour);
        text(svg, x + 17, 24, "start", words);
    }

    private static void bar(StringBuilder svg, double x, double width, double share, String colour) {
        double height = share * (BOTTOM - TOP);
        add(
                svg,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                BOTTOM - height,
                width,
                height,
                colour);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words);
    }

    private static void add(StringBuilder svg, String element, Object... values) {
        svg.append(String.format(Locale.ROOT, element, values)).append('\n');
    }
}
