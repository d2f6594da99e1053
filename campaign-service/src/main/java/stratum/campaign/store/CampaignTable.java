package stratum.campaign.store;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import stratum.campaign.usecase.CampaignRegister;
import stratum.campaign.usecase.CampaignVersion;

/** The table {@code campaign}: every version of every campaign. */
@Component
final class CampaignTable implements CampaignRegister {

    private static final String COLUMNS = "id, version, status, effective_from, document";

    private final DatabaseClient database;

    CampaignTable(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public void keep(CampaignVersion campaign) {
        run(database.sql("insert into campaign (" + COLUMNS + ") values (:id, :version, :status, :from, :document)"
                        + " on conflict do nothing")
                .bind("id", campaign.id())
                .bind("version", campaign.version())
                .bind("status", campaign.status())
                .bind("from", OffsetDateTime.ofInstant(campaign.effectiveFrom(), ZoneOffset.UTC))
                .bind("document", campaign.document())
                .then());
    }

    @Override
    public Flux<CampaignVersion> newest() {
        return find("select distinct on (id) " + COLUMNS + " from campaign order by id, version desc");
    }

    @Override
    public Optional<String> document(String id, int version) {
        return database.sql("select document from campaign where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .map(row -> text(row, "document"))
                .one()
                .blockOptional();
    }

    @Override
    public List<CampaignVersion> unannounced() {
        return requireNonNull(
                find("select " + COLUMNS + " from campaign where announced_at is null order by id, version")
                        .collectList()
                        .block());
    }

    @Override
    public void announced(CampaignVersion campaign) {
        run(database.sql("update campaign set announced_at = now() where id = :id and version = :version")
                .bind("id", campaign.id())
                .bind("version", campaign.version())
                .then());
    }

    private Flux<CampaignVersion> find(String sql) {
        return database.sql(sql).map(CampaignTable::version).all();
    }

    private static void run(Mono<Void> statement) {
        statement.block();
    }

    private static CampaignVersion version(Readable row) {
        return new CampaignVersion(
                text(row, "id"),
                requireNonNull(row.get("version", Integer.class)),
                text(row, "status"),
                requireNonNull(row.get("effective_from", Instant.class)),
                text(row, "document"));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
