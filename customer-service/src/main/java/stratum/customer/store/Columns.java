package stratum.customer.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Rows on their way into one statement, a column at a time: {@code unnest} turns the arrays back into rows, so that
 * thousands of them cost one round trip and one plan. Moments travel as milliseconds, dates as text.
 */
final class Columns<T> {

    private final Collection<T> rows;
    private final List<Object> arrays = new ArrayList<>();

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    Columns<T> text(Function<T, @Nullable String> column) {
        String[] values = new String[rows.size()];
        int i = 0;
        for (T row : rows) {
            values[i++] = column.apply(row);
        }
        arrays.add(values);
        return this;
    }

    Columns<T> number(Function<T, @Nullable Long> column) {
        Long[] values = new Long[rows.size()];
        int i = 0;
        for (T row : rows) {
            values[i++] = column.apply(row);
        }
        arrays.add(values);
        return this;
    }

    Columns<T> moment(Function<T, @Nullable Instant> column) {
        return number(row -> {
            Instant moment = column.apply(row);
            return moment == null ? null : moment.toEpochMilli();
        });
    }

    Columns<T> date(Function<T, @Nullable LocalDate> column) {
        return text(row -> {
            LocalDate date = column.apply(row);
            return date == null ? null : date.toString();
        });
    }

    /** Runs the statement, unless there are no rows. */
    Mono<Void> into(String sql, DatabaseClient database) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        DatabaseClient.GenericExecuteSpec statement = database.sql(sql);
        for (int i = 0; i < arrays.size(); i++) {
            statement = statement.bind(i, arrays.get(i));
        }
        return statement.then();
    }
}
