package stratum.platform.stream;

/** The first byte of whatever is kept tells how the rest is laid out. */
final class Layouts {

    private Layouts() {}

    static void require(String what, int readable, int found) {
        if (found != readable) {
            throw new IllegalStateException("%s has layout %d, which this version cannot read; it reads layout %d"
                    .formatted(what, found, readable));
        }
    }
}
