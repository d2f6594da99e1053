package stratum.platform.web;

import java.util.List;

/** Input that cannot be accepted, with a sentence for each mistake. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param field path of the field, with dots; empty for the whole
     * @param message what is wrong and what would be right
     */
    public record Mistake(String field, String message) {}

    /** Input with these mistakes. */
    public InvalidInput(List<Mistake> mistakes) {
        super("%d mistakes".formatted(mistakes.size()));
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
