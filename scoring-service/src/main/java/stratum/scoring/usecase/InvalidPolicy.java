package stratum.scoring.usecase;

import java.util.List;
import java.util.stream.Collectors;

/** A policy document that cannot rule, with everything that is wrong with it. */
public final class InvalidPolicy extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    InvalidPolicy(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining(" ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Every mistake, in the order of the document. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
