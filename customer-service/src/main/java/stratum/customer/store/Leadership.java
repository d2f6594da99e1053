package stratum.customer.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which of all instances runs the clock: the one that holds an advisory lock, on a connection of its own. When that
 * instance or its connection dies, Postgres lets the lock go and another takes over.
 */
@Component
public final class Leadership implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TAKE = "select pg_try_advisory_lock(%d)".formatted(Locks.CLOCK);

    private final ConnectionFactory connections;
    private @Nullable Connection connection;
    private boolean held;

    Leadership(ConnectionFactory pool) {
        this.connections = unpooled(pool);
    }

    /** Whether this instance leads, as of now; asks the database each time, and waits for it. */
    public synchronized boolean isHeld() {
        try {
            Connection open = connection == null ? connect() : connection;
            held = held ? answers(open) : ask(open, TAKE);
            return held;
        } catch (RuntimeException e) {
            destroy();
            throw e;
        }
    }

    private Connection connect() {
        Connection opened =
                Objects.requireNonNull(Mono.from(connections.create()).block(PATIENCE));
        connection = opened;
        return opened;
    }

    /** A connection that answers is the one that holds the lock. */
    private static boolean answers(Connection open) {
        return ask(open, "select true");
    }

    private static boolean ask(Connection open, String sql) {
        return Boolean.TRUE.equals(Mono.from(open.createStatement(sql).execute())
                .flatMap(result -> Mono.from(result.map(row -> row.get(0, Boolean.class))))
                .block(PATIENCE));
    }

    @Override
    public synchronized void destroy() {
        held = false;
        if (connection != null) {
            Mono.from(connection.close())
                    .onErrorComplete()
                    .timeout(PATIENCE, Mono.empty())
                    .block();
            connection = null;
        }
    }

    private static ConnectionFactory unpooled(ConnectionFactory pool) {
        return pool instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof ConnectionFactory inner ? inner : pool;
    }
}
