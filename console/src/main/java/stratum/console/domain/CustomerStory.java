package stratum.console.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a customer has this tier and this stage, and why there was an offer or none. */
public record CustomerStory(
        String customer, Told<TierStory> tier, Told<StageStory> stage, Told<List<DecisionStory>> decisions) {

    /** What a service told: a story, that it does not know the customer, or nothing at all. */
    public record Told<T>(boolean answered, @Nullable T story) {

        public static <T> Told<T> of(T story) {
            return new Told<>(true, story);
        }

        public static <T> Told<T> unknown() {
            return new Told<>(true, null);
        }

        public static <T> Told<T> nothing() {
            return new Told<>(false, null);
        }
    }

    /** What scoring told. Amounts among the features are in minor units of the base currency. */
    public record TierStory(
            @Nullable LocalDate asOf,
            String tier,
            @Nullable String candidate,
            int score,
            @Nullable LocalDate watchedSince,
            @Nullable LocalDate watchedUntil,
            Map<String, Double> points,
            List<Words> reasons,
            List<Distance> up,
            List<Distance> down,
            Map<String, Object> features) {}

    /** How far from a threshold; what is missing is below 0 where it is exceeded. */
    public record Distance(String what, Number actual, Number required, Number missing) {

        public boolean met() {
            return missing.doubleValue() <= 0;
        }
    }

    /** What lifecycle told. */
    public record StageStory(
            @Nullable LocalDate asOf,
            String stage,
            @Nullable LocalDate since,
            @Nullable String previous,
            int risk,
            List<String> causes,
            @Nullable Double pAlive,
            Map<String, Double> expectedTransactions,
            @Nullable LocalDate dueDate) {}

    /** What campaign told of one occasion. */
    public record DecisionStory(
            Instant at,
            String occasion,
            @Nullable String campaign,
            @Nullable Words message,
            List<Words> reasons,
            List<News.Refusal> refusals) {}
}
