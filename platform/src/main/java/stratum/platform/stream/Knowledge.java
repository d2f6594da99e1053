package stratum.platform.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** What a partition's decisions go by: the decider with the reference data that stood before the tick. */
final class Knowledge<S> {

    private final Decider<S> withoutReference;
    private final List<Integer> places = new ArrayList<>();
    private final List<ReferenceStore> stores = new ArrayList<>();
    private long[] known;
    private volatile Decider<S> decider;

    Knowledge(DecisionTopology<S> topology, Function<String, ReferenceStore> storeOf) {
        withoutReference = topology.decider();
        List<Input> inputs = topology.inputs();
        for (int place = 0; place < inputs.size(); place++) {
            if (inputs.get(place).isReference()) {
                places.add(place);
                stores.add(storeOf.apply(ReferenceStore.nameOf(inputs.get(place).topic())));
            }
        }
        known = stores.stream().mapToLong(ReferenceStore::end).toArray();
        decider = decider();
    }

    /** Whether everything that the tick's heads count has been read. */
    boolean isComplete(Waiting tick) {
        for (int i = 0; i < stores.size(); i++) {
            if (!stores.get(i).hasReached(tick.headOf(places.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Takes in what stood before this tick. */
    void advanceTo(Waiting tick) {
        long[] heads = new long[stores.size()];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = tick.says(places.get(i))
                    ? tick.headOf(places.get(i))
                    : stores.get(i).end();
        }
        if (!Arrays.equals(heads, known)) {
            known = heads;
            decider = decider();
        }
    }

    private Decider<S> decider() {
        List<SpecificRecord> reference = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            reference.addAll(stores.get(i).before(known[i]));
        }
        return withoutReference.knowing(reference);
    }

    /** The decider as of the last tick. */
    Decider<S> current() {
        return decider;
    }
}
