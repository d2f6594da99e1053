package stratum.customer.store;

import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Books what the log tells about who looks after customers. To be used within the transaction of the dossiers. */
final class CareBooking {

    private static final String PLACEABLES = """
            insert into to_place (at, customer_id, cause, tier, score, balance_minor, stage, preferred)
            select to_timestamp(at / 1000.0::float8), id, cause, tier, score, balance, stage, preferred
            from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[],
                        $8::text[])
                as new (at, id, cause, tier, score, balance, stage, preferred)
            on conflict (at, customer_id, cause) do update set
                tier = excluded.tier, score = excluded.score, balance_minor = excluded.balance_minor,
                stage = excluded.stage
            """;

    private static final String CONTACTS = """
            insert into contact
                (customer_id, at, contact_id, kind, channel, staff_id, reached, intent, offer_id, note)
            select id, to_timestamp(at / 1000.0::float8), contact, kind, channel, staff, reached = 1, intent, offer, note
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
                        $8::text[], $9::text[], $10::text[])
                as new (id, at, contact, kind, channel, staff, reached, intent, offer, note)
            on conflict do nothing
            """;

    private static final String OFFERS = """
            insert into personal_offer as held
                (offer_id, customer_id, channel, offer_code, language, reasons, messages, made_at, valid_until)
            select offer, id, channel, code, language, reasons::json, messages::json,
                   to_timestamp(made / 1000.0::float8), to_timestamp(until / 1000.0::float8)
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::bigint[], $9::bigint[])
                as new (offer, id, channel, code, language, reasons, messages, made, until)
            on conflict (offer_id) do update set
                channel = excluded.channel, offer_code = excluded.offer_code, language = excluded.language,
                reasons = excluded.reasons, messages = excluded.messages, made_at = excluded.made_at,
                valid_until = excluded.valid_until
            where held.made_at is null
            """;

    /** An offer by another channel is none of these; one that was answered before it was seen to be made leaves a mark. */
    private static final String CLOSED = """
            insert into personal_offer as held (offer_id, customer_id, closed_at, closed_by)
            select offer, id, to_timestamp(at / 1000.0::float8), by
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) as new (offer, id, at, by)
            where not exists (
                select from timeline made where made.customer_id = new.id and made.kind = 'OfferMade'
                    and made.id = new.offer and made.details->>'channel' not in ('RM_CALL', 'BRANCH'))
            on conflict (offer_id) do update set
                closed_at = least(held.closed_at, excluded.closed_at),
                closed_by = case when held.closed_at <= excluded.closed_at then held.closed_by
                            else excluded.closed_by end
            """;

    private final DatabaseClient database;

    CareBooking(DatabaseClient database) {
        this.database = database;
    }

    Flux<Void> book(Changes changes) {
        return Flux.concat(
                Columns.of(changes.placeables())
                        .moment(Placeable::at)
                        .text(Placeable::customerId)
                        .text(placeable -> placeable.cause().name())
                        .text(Placeable::tier)
                        .number(Placeable::score)
                        .number(Placeable::balanceMinor)
                        .text(Placeable::stage)
                        .text(Placeable::preferred)
                        .into(PLACEABLES, database),
                Columns.of(changes.contacts())
                        .text(Contact::customerId)
                        .moment(Contact::at)
                        .text(Contact::contactId)
                        .text(Contact::kind)
                        .text(Contact::channel)
                        .text(Contact::staffId)
                        .number(contact -> contact.reached() ? 1L : 0L)
                        .text(Contact::intent)
                        .text(Contact::offerId)
                        .text(Contact::note)
                        .into(CONTACTS, database),
                Columns.of(changes.loyalty())
                        .text(fact -> fact.kind().name())
                        .moment(LoyaltyFact::at)
                        .text(LoyaltyFact::customerId)
                        .text(LoyaltyFact::id)
                        .text(LoyaltyFact::value)
                        .into(Loyalty.BOOKED, database),
                Columns.of(changes.profiles().stream()
                                .map(ProfileChange::customerId)
                                .toList())
                        .text(id -> id)
                        .into(Relationships.CHANGED, database),
                offers(changes),
                Columns.of(Stream.concat(
                                        changes.contacts().stream().map(Contact::customerId),
                                        changes.offers().stream().map(PersonalOffer::customerId))
                                .distinct()
                                .toList())
                        .text(id -> id)
                        .into(Contacts.TALKED_ABOUT, database));
    }

    private Mono<Void> offers(Changes changes) {
        return Columns.of(changes.offers())
                .text(PersonalOffer::offerId)
                .text(PersonalOffer::customerId)
                .text(PersonalOffer::channel)
                .text(PersonalOffer::offerCode)
                .text(PersonalOffer::language)
                .text(PersonalOffer::reasons)
                .text(PersonalOffer::messages)
                .moment(PersonalOffer::madeAt)
                .moment(PersonalOffer::validUntil)
                .into(OFFERS, database)
                .then(Columns.of(changes.closedOffers())
                        .text(PersonalOffer.Closed::offerId)
                        .text(PersonalOffer.Closed::customerId)
                        .moment(PersonalOffer.Closed::at)
                        .text(PersonalOffer.Closed::by)
                        .into(CLOSED, database));
    }
}
