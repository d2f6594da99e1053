package stratum.campaign.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.domain.CampaignLife.State;

/** Where campaigns are kept, with who did what to them. */
public interface CampaignRegister {

    /** Something done to a version. */
    record Note(int version, long edition, String step, String actor, Instant at) {}

    /**
     * Something done to a version.
     *
     * @param step what, for the audit trail
     * @param publishedFrom from when the stream goes by it; none where it does not concern the stream
     */
    record Change(CampaignVersion version, String step, String actor, Optional<Instant> publishedFrom) {}

    /** Keeps a new version; false, and nothing is done, where it is there already. */
    Mono<Boolean> add(Change change);

    /** Keeps changed versions, all or none; false, and nothing is done, where another change of one was faster. */
    Mono<Boolean> change(List<Change> changes);

    /** The newest version of every campaign, by id, after this one. */
    Flux<CampaignVersion> newest(String after, int limit);

    /** The newest version. */
    Mono<CampaignVersion> newest(String id);

    /** One version. */
    Mono<CampaignVersion> find(String id, int version);

    /** The newest version in one of these states. */
    Mono<CampaignVersion> newestIn(String id, List<State> states);

    /** All versions that run. */
    Flux<CampaignVersion> live();

    /** All that was done to a campaign, in order. */
    Flux<Note> notes(String id);

    /**
     * The oldest publication that waits to be announced, held until the transaction ends, so that of several instances one
     * announces it; the others wait for it, and none overtakes.
     */
    Mono<Publication> nextToAnnounce();

    /** The log has it. */
    Mono<Void> announced(long edition);
}
