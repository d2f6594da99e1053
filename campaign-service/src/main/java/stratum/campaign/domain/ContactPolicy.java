package stratum.campaign.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a customer may be contacted.
 *
 * @param caps most contacts in rolling windows
 * @param quiet hours in which nobody is contacted
 * @param afterDeclined so long a campaign is not offered again to whoever has declined it
 * @param afterAccepted so long a campaign is not offered again to whoever has accepted it
 * @param universalControl the part of all customers that no campaign but SERVICE contacts
 * @param effectiveFrom in force from this event time on
 */
public record ContactPolicy(
        List<Cap> caps,
        QuietHours quiet,
        Duration afterDeclined,
        Duration afterAccepted,
        ControlShare universalControl,
        Instant effectiveFrom) {

    /** The longest window a cap may have; contacts are remembered for so long. */
    public static final Duration LONGEST_WINDOW = Duration.ofDays(90);

    /**
     * Four contacts in 30 days, of which one SMS in 7, two pushes in 7 and one call in 30; nobody between nine in the
     * evening and eight in the morning; 90 days of peace after a no, 180 after a yes; 2 % left alone.
     */
    public static final ContactPolicy STANDARD = new ContactPolicy(
            List.of(
                    new Cap(null, 4, Duration.ofDays(30)),
                    new Cap(Channel.SMS, 1, Duration.ofDays(7)),
                    new Cap(Channel.PUSH, 2, Duration.ofDays(7)),
                    new Cap(Channel.RM_CALL, 1, Duration.ofDays(30))),
            QuietHours.STANDARD,
            Duration.ofDays(90),
            Duration.ofDays(180),
            new ControlShare(0.02, "everybody"),
            Instant.EPOCH);

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
