package stratum.lifecycle.domain;

import java.util.ArrayList;
import java.util.List;

/** The last steps that a customer took, oldest first; as many as a few years hold. */
public record Journey(List<Step> steps) {

    private static final int MOST = 32;

    static final Journey NOT_BEGUN = new Journey(List.of());

    Journey plus(List<Transition> transitions) {
        if (transitions.isEmpty()) {
            return this;
        }
        List<Step> all = new ArrayList<>(steps);
        transitions.forEach(transition -> all.add(new Step(
                transition.to().since(), transition.from(), transition.to().stage(), transition.causes())));
        return new Journey(List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    void write(ByteWriter out) {
        out.number(steps.size());
        steps.forEach(step -> step.write(out));
    }

    static Journey read(ByteReader in) {
        int size = in.integer();
        List<Step> steps = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            steps.add(Step.read(in));
        }
        return new Journey(List.copyOf(steps));
    }
}
