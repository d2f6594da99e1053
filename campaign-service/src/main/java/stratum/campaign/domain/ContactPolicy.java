package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often a customer may be contacted, in rolling windows. */
public record ContactPolicy(List<Cap> caps) {

    /** Four contacts in 30 days, of which one SMS in 7, two pushes in 7 and one call in 30. */
    public static final ContactPolicy STANDARD = new ContactPolicy(List.of(
            new Cap(null, 4, Duration.ofDays(30)),
            new Cap(Channel.SMS, 1, Duration.ofDays(7)),
            new Cap(Channel.PUSH, 2, Duration.ofDays(7)),
            new Cap(Channel.RM_CALL, 1, Duration.ofDays(30))));

    /**
     * At most so many contacts within any window of this length.
     *
     * @param channel the channel counted; all together where none
     */
    public record Cap(@Nullable Channel channel, int most, Duration window) {

        private boolean covers(Channel asked) {
            return channel == null || channel == asked;
        }

        private boolean isReached(List<Contact> contacts, Instant at) {
            Instant start = at.minus(window);
            return contacts.stream()
                            .filter(contact -> covers(contact.channel()))
                            .filter(contact -> contact.at().isAfter(start))
                            .count()
                    >= most;
        }

        private String inWords() {
            return "%s at most %d in %d days".formatted(channel == null ? "contacts" : channel, most, window.toDays());
        }
    }

    public ContactPolicy {
        caps = List.copyOf(caps);
    }

    /** How long contacts are remembered. */
    public Duration longestWindow() {
        return caps.stream().map(Cap::window).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** The first of these channels on which there is room for one more contact. */
    Optional<Channel> firstWithRoom(List<Channel> channels, List<Contact> contacts, Instant at) {
        return channels.stream()
                .filter(channel -> reached(channel, contacts, at).isEmpty())
                .findFirst();
    }

    /** The caps that leave no room, in words. */
    String fullFor(List<Channel> channels, List<Contact> contacts, Instant at) {
        List<String> full = channels.stream()
                .flatMap(channel -> reached(channel, contacts, at).stream())
                .distinct()
                .map(Cap::inWords)
                .toList();
        return "Reached: " + String.join(", ", full);
    }

    private List<Cap> reached(Channel channel, List<Contact> contacts, Instant at) {
        return caps.stream()
                .filter(cap -> cap.covers(channel) && cap.isReached(contacts, at))
                .toList();
    }
}
