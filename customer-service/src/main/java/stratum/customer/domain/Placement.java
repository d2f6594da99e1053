package stratum.customer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is to look after a customer. */
public sealed interface Placement {

    /** This manager does. */
    record With(String managerId, Why why) implements Placement {}

    /**
     * Nobody of these roles has room: the customer is on the over-capacity list.
     *
     * @param managerId who goes on looking after the customer meanwhile; none where nobody did
     */
    record Waiting(List<String> roles, @Nullable String managerId) implements Placement {}

    /** Nobody does in person. */
    record Nobody(Reason reason) implements Placement {}

    /** Why it is this manager. */
    enum Why {
        KEPT,
        HANDED_OVER,
        REFERRED,
        MOST_ROOM
    }

    /** Why it is nobody. */
    enum Reason {
        NO_TIER,
        NOT_FOR_THIS_TIER,
        NO_BRANCH
    }
}
