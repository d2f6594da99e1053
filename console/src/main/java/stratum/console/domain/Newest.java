package stratum.console.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest few of something, newest first, and never more. */
public final class Newest<T> {

    private final int limit;
    private final Deque<T> items = new ArrayDeque<>();

    public Newest(int limit) {
        this.limit = limit;
    }

    public void add(T item) {
        items.addFirst(item);
        if (items.size() > limit) {
            items.removeLast();
        }
    }

    public List<T> all() {
        return List.copyOf(items);
    }
}
