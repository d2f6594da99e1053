package stratum.scoring.usecase;

/**
 * Something wrong with a policy document.
 *
 * @param place where, as a JSON pointer
 * @param sentence what is wrong, and what would be right
 */
public record Mistake(String place, String sentence) {

    @Override
    public String toString() {
        return "%s: %s".formatted(place, sentence);
    }
}
