package stratum.campaign.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.domain.CampaignLife;
import stratum.campaign.domain.CampaignLife.State;
import stratum.campaign.usecase.CampaignRegister;
import stratum.campaign.usecase.CampaignVersion;
import stratum.campaign.usecase.Publication;

/** The tables {@code campaign}, {@code campaign_step} and {@code campaign_publication}. */
@Component
final class CampaignTable implements CampaignRegister {

    private static final String COLUMNS = "id, version, state, author, approver, effective_from, edition, document";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    CampaignTable(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Another change was faster; the whole transaction is taken back. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Mono<Boolean> add(Change change) {
        return kept(Flux.just(change).concatMap(one -> done(insert(one.version()), one)));
    }

    @Override
    public Mono<Boolean> change(List<Change> changes) {
        return kept(Flux.fromIterable(changes).concatMap(one -> done(update(one.version()), one)));
    }

    private Mono<Boolean> kept(Flux<Void> changes) {
        return changes.then(Mono.just(true))
                .as(transaction::transactional)
                .onErrorResume(Overtaken.class, e -> Mono.just(false));
    }

    private Mono<Void> done(Mono<Long> rows, Change change) {
        return rows.flatMap(count -> count == 1 ? note(change).then(publish(change)) : Mono.error(new Overtaken()));
    }

    private Mono<Long> insert(CampaignVersion campaign) {
        return bind(
                        database.sql("insert into campaign (" + COLUMNS + ") values (:id, :version, :state, :author,"
                                + " :approver, :from, :edition, :document) on conflict do nothing"),
                        campaign)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> update(CampaignVersion campaign) {
        return bind(
                        database.sql("update campaign set state = :state, author = :author, approver = :approver,"
                                + " effective_from = :from, edition = :edition, document = :document"
                                + " where id = :id and version = :version and edition = :edition - 1"),
                        campaign)
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, CampaignVersion campaign) {
        return statement
                .bind("id", campaign.id())
                .bind("version", campaign.version())
                .bind("state", campaign.life().state().name())
                .bind("author", campaign.life().author())
                .bind("approver", Parameter.fromOrEmpty(campaign.life().approver(), String.class))
                .bind("from", at(campaign.effectiveFrom()))
                .bind("edition", campaign.edition())
                .bind("document", campaign.document());
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private Mono<Void> note(Change change) {
        return database.sql("insert into campaign_step (campaign, version, edition, step, actor)"
                        + " values (:id, :version, :edition, :step, :actor)")
                .bind("id", change.version().id())
                .bind("version", change.version().version())
                .bind("edition", change.version().edition())
                .bind("step", change.step())
                .bind("actor", change.actor())
                .then();
    }

    private Mono<Void> publish(Change change) {
        return change.publishedFrom()
                .map(from -> database.sql(
                                "insert into campaign_publication (campaign, version, status, effective_from, actor)"
                                        + " values (:id, :version, :status, :from, :actor)")
                        .bind("id", change.version().id())
                        .bind("version", change.version().version())
                        .bind("status", change.version().life().state().name())
                        .bind("from", at(from))
                        .bind("actor", change.actor())
                        .then())
                .orElse(Mono.empty());
    }

    @Override
    public Flux<CampaignVersion> newest(String after, int limit) {
        return find(database.sql("select distinct on (id) " + COLUMNS
                        + " from campaign where id > :after order by id, version desc limit :limit")
                .bind("after", after)
                .bind("limit", limit));
    }

    @Override
    public Mono<CampaignVersion> newest(String id) {
        return find(database.sql("select " + COLUMNS + " from campaign where id = :id order by version desc limit 1")
                        .bind("id", id))
                .next();
    }

    @Override
    public Mono<CampaignVersion> find(String id, int version) {
        return find(database.sql("select " + COLUMNS + " from campaign where id = :id and version = :version")
                        .bind("id", id)
                        .bind("version", version))
                .next();
    }

    @Override
    public Mono<CampaignVersion> newestIn(String id, List<State> states) {
        return find(database.sql(
                                "select " + COLUMNS
                                        + " from campaign where id = :id and state = any(:states) order by version desc limit 1")
                        .bind("id", id)
                        .bind("states", states.stream().map(Enum::name).toArray(String[]::new)))
                .next();
    }

    @Override
    public Flux<CampaignVersion> live() {
        return find(database.sql("select " + COLUMNS + " from campaign where state = 'LIVE' order by id, version"));
    }

    private static Flux<CampaignVersion> find(GenericExecuteSpec asked) {
        return asked.map(CampaignTable::version).all();
    }

    @Override
    public Flux<Note> notes(String id) {
        return database.sql(
                        "select version, edition, step, actor, at from campaign_step where campaign = :id order by id")
                .bind("id", id)
                .map(row -> new Note(
                        requireNonNull(row.get("version", Integer.class)),
                        requireNonNull(row.get("edition", Long.class)),
                        text(row, "step"),
                        text(row, "actor"),
                        requireNonNull(row.get("at", Instant.class))))
                .all();
    }

    @Override
    public Mono<Publication> nextToAnnounce() {
        return database.sql("select p.campaign, p.version, p.status, p.effective_from, p.edition, c.document"
                        + " from campaign_publication p join campaign c on c.id = p.campaign and c.version = p.version"
                        + " where p.announced_at is null order by p.edition limit 1 for update of p")
                .map(row -> new Publication(
                        text(row, "campaign"),
                        requireNonNull(row.get("version", Integer.class)),
                        text(row, "status"),
                        requireNonNull(row.get("effective_from", Instant.class)),
                        requireNonNull(row.get("edition", Long.class)),
                        text(row, "document")))
                .one();
    }

    @Override
    public Mono<Void> announced(long edition) {
        return database.sql("update campaign_publication set announced_at = now() where edition = :edition")
                .bind("edition", edition)
                .then();
    }

    private static CampaignVersion version(Readable row) {
        @Nullable String approver = row.get("approver", String.class);
        return new CampaignVersion(
                text(row, "id"),
                requireNonNull(row.get("version", Integer.class)),
                new CampaignLife(State.valueOf(text(row, "state")), text(row, "author"), approver),
                requireNonNull(row.get("effective_from", Instant.class)),
                requireNonNull(row.get("edition", Long.class)),
                text(row, "document"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
