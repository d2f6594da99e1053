package stratum.campaign.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The messages of a campaign, and which of them fits. */
public record Wording(List<Entry> entries) {

    /** Spoken where a customer's own language is not. */
    public static final String FALLBACK = "en";

    /**
     * What to say on some channels, in every language.
     *
     * @param about topics it is for; for all that have no words of their own where empty
     */
    public record Entry(Set<String> about, Set<Channel> channels, List<Message> messages) {

        public Entry {
            about = Set.copyOf(about);
            channels = Set.copyOf(channels);
            messages = List.copyOf(messages);
        }
    }

    public Wording {
        entries = List.copyOf(entries);
    }

    /** The messages on a channel about the most telling topic that has words. */
    List<Message> on(Channel channel, List<String> topics) {
        List<Entry> here = entries.stream()
                .filter(entry -> entry.channels().contains(channel))
                .toList();
        return topics.stream()
                .flatMap(topic -> here.stream().filter(entry -> entry.about().contains(topic)))
                .findFirst()
                .or(() -> here.stream().filter(entry -> entry.about().isEmpty()).findFirst())
                .map(Entry::messages)
                .orElseThrow(() -> new IllegalStateException("No words for " + channel));
    }

    /** The language to write in: the customer's, one of the same kind, or the fallback. */
    static String language(String wanted, List<Message> messages) {
        List<String> spoken = messages.stream().map(Message::language).toList();
        return spoken.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .or(() -> spoken.stream()
                        .filter(tag -> primary(tag).equals(primary(wanted)))
                        .findFirst())
                .orElse(FALLBACK);
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
