package stratum.platform.web;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be accepted, with a sentence for each mistake. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param field path of the field, with dots, or JSON pointer into a document; empty for the whole
     * @param message what is wrong and what would be right
     */
    public record Mistake(String field, String message) {

        @Override
        public String toString() {
            return field.isEmpty() ? message : "%s: %s".formatted(field, message);
        }
    }

    /** Input with these mistakes. */
    public InvalidInput(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining(" ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Input with one mistake. */
    public InvalidInput(String field, String message) {
        this(List.of(new Mistake(field, message)));
    }

    /** The mistakes, in the order of the input. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
