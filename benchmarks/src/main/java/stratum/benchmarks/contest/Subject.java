package stratum.benchmarks.contest;

import java.util.List;
import stratum.lifecycle.stream.LifecycleStream;
import stratum.platform.stream.Decider;
import stratum.platform.stream.DecisionSettings;
import stratum.platform.stream.DecisionTopology;
import stratum.platform.stream.Input;
import stratum.schemas.Topics;
import stratum.scoring.stream.ScoringStream;

/** The service whose decisions are measured. */
public enum Subject {
    SCORING("scoring", ScoringStream.INPUTS, ScoringStream.OUTPUTS, Topics.TIER_SIGNALS),
    LIFECYCLE("lifecycle", LifecycleStream.INPUTS, LifecycleStream.OUTPUTS, Topics.TRANSITIONS);

    private final String service;
    private final List<Input> inputs;
    private final List<String> outputs;
    private final String decisions;

    Subject(String service, List<Input> inputs, List<String> outputs, String decisions) {
        this.service = service;
        this.inputs = inputs;
        this.outputs = outputs;
        this.decisions = decisions;
    }

    String service() {
        return service;
    }

    /** All that it announces. */
    List<String> outputs() {
        return outputs;
    }

    /** The topic of what it decides, by which runs are compared. */
    public String decisions() {
        return decisions;
    }

    /** The service's own topology around a decider. */
    DecisionTopology<?> topology(Decider<?> decider, DecisionSettings settings) {
        return new DecisionTopology<>(inputs, outputs, decider, settings);
    }
}
