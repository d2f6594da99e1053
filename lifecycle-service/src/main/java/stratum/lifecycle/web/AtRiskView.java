package stratum.lifecycle.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stratum.lifecycle.domain.Cause;
import stratum.lifecycle.domain.Stage;
import stratum.lifecycle.domain.Step;

/** A customer who became at risk, when, out of which stage, and why, largest first. */
record AtRiskView(
        String customerId, LocalDate date, @Nullable Stage from, List<Cause> causes, List<ReasonView> reasons) {

    static final Comparator<AtRiskView> ORDER =
            Comparator.comparing(AtRiskView::date).thenComparing(AtRiskView::customerId);

    static AtRiskView of(String customerId, Step step) {
        return new AtRiskView(customerId, step.date(), step.from(), step.causes(), ReasonView.of(step.causes()));
    }
}
