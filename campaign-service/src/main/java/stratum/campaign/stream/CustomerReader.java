package stratum.campaign.stream;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Caution;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Consents;
import stratum.campaign.domain.Consents.Permission;
import stratum.campaign.domain.Contact;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Exposure;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.FeatureNames;
import stratum.campaign.domain.History;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.OccasionKind;
import stratum.campaign.domain.Profile;
import stratum.campaign.domain.Purpose;
import stratum.campaign.domain.Reason;
import stratum.campaign.domain.Standing;
import stratum.campaign.domain.Waiting;

/** Reads what {@link CustomerWriter} wrote. */
final class CustomerReader {

    private static final Channel[] CHANNELS = Channel.values();

    private final DataInputStream in;

    private CustomerReader(DataInputStream in) {
        this.in = in;
    }

    static Customer read(String customerId, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readUnsignedByte();
            if (layout != CustomerLayout.CURRENT) {
                throw new IllegalStateException(
                        "A customer has layout %d, which this version cannot read".formatted(layout));
            }
            return new CustomerReader(in).customer(customerId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Customer customer(String customerId) throws IOException {
        return new Customer(
                customerId,
                in.readBoolean() ? profile() : null,
                in.readBoolean() ? standing() : null,
                text(),
                caution(),
                new History(contacts(), times(), times(), times(), decided(), waiting(), exposures()),
                possibleMoment());
    }

    private Profile profile() throws IOException {
        return new Profile(
                moment(),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                new Consents(permissions(), permissions()),
                in.readBoolean() ? LocalDate.ofEpochDay(number()) : null,
                text(),
                text(),
                text(),
                text(),
                text());
    }

    private Set<Permission> permissions() throws IOException {
        long bits = number();
        Set<Permission> permissions = new HashSet<>();
        for (Channel channel : CHANNELS) {
            for (Purpose purpose : Purpose.values()) {
                Permission one = new Permission(channel, purpose);
                if ((bits & 1L << CustomerWriter.place(one)) != 0) {
                    permissions.add(one);
                }
            }
        }
        return permissions;
    }

    private Standing standing() throws IOException {
        String tier = in.readUTF();
        List<String> needs = texts();
        Map<String, Object> features = values();
        return new Standing(tier, features, needs);
    }

    private String name() throws IOException {
        int place = in.readUnsignedByte();
        return place == CustomerLayout.BY_NAME ? in.readUTF() : FeatureNames.ALL.get(place);
    }

    private Object value() throws IOException {
        int type = in.readUnsignedByte();
        return switch (type) {
            case CustomerLayout.LONG -> number();
            case CustomerLayout.DOUBLE -> in.readDouble();
            case CustomerLayout.FALSE -> false;
            case CustomerLayout.TRUE -> true;
            case CustomerLayout.TEXT -> in.readUTF();
            case CustomerLayout.TEXTS -> texts();
            default -> throw new IllegalStateException("A value has type %d".formatted(type));
        };
    }

    private List<Contact> contacts() throws IOException {
        List<Contact> contacts = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            contacts.add(new Contact(CHANNELS[in.readUnsignedByte()], moment()));
        }
        return contacts;
    }

    private Caution caution() throws IOException {
        int openComplaints = (int) number();
        Instant penalty = possibleMoment();
        Map<Channel, Instant> unsubscribed = new EnumMap<>(Channel.class);
        for (long left = number(); left > 0; left--) {
            unsubscribed.put(CHANNELS[in.readUnsignedByte()], moment());
        }
        return new Caution(openComplaints, penalty, unsubscribed);
    }

    private Map<String, Instant> times() throws IOException {
        Map<String, Instant> times = new HashMap<>();
        for (long left = number(); left > 0; left--) {
            times.put(in.readUTF(), moment());
        }
        return times;
    }

    private List<Waiting> waiting() throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            Instant until = moment();
            waiting.add(new Waiting(occasion(), until));
        }
        return waiting;
    }

    private Occasion occasion() throws IOException {
        return new Occasion(
                OccasionKind.values()[in.readUnsignedByte()],
                in.readUTF(),
                in.readUTF(),
                moment(),
                values(),
                values(),
                texts(),
                reasons(),
                null);
    }

    private List<Reason> reasons() throws IOException {
        List<Reason> reasons = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            String code = in.readUTF();
            Map<String, String> text = new HashMap<>();
            for (long words = number(); words > 0; words--) {
                text.put(in.readUTF(), in.readUTF());
            }
            reasons.add(new Reason(code, text));
        }
        return reasons;
    }

    private Map<String, Object> values() throws IOException {
        Map<String, Object> values = new HashMap<>();
        for (long left = number(); left > 0; left--) {
            values.put(name(), value());
        }
        return values;
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private List<Exposure> exposures() throws IOException {
        List<Exposure> exposures = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            exposures.add(exposure());
        }
        return exposures;
    }

    private Exposure exposure() throws IOException {
        byte[] id = new byte[CustomerLayout.ID_BYTES];
        in.readFully(id);
        return new Exposure(
                HexFormat.of().formatHex(id),
                in.readUTF(),
                (int) number(),
                in.readUTF(),
                in.readBoolean(),
                CHANNELS[in.readUnsignedByte()],
                Purpose.values()[in.readUnsignedByte()],
                moment(),
                moment(),
                in.readDouble(),
                text(),
                text(),
                new Exposure.Occurrence(
                        OccasionKind.values()[in.readUnsignedByte()], in.readUTF(), in.readLong(), moment()),
                possibleMoment(),
                happened());
    }

    private Set<Happened> happened() throws IOException {
        long bits = number();
        Set<Happened> happened = EnumSet.noneOf(Happened.class);
        for (Happened what : Happened.values()) {
            if ((bits & 1L << what.ordinal()) != 0) {
                happened.add(what);
            }
        }
        return happened;
    }

    private @Nullable Instant possibleMoment() throws IOException {
        return in.readBoolean() ? moment() : null;
    }

    private List<History.Decided> decided() throws IOException {
        List<History.Decided> decided = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            decided.add(new History.Decided(in.readLong(), LocalDate.ofEpochDay(number())));
        }
        return decided;
    }

    private @Nullable String text() throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    private Instant moment() throws IOException {
        return Instant.ofEpochMilli(number());
    }

    private long number() throws IOException {
        return ByteUtils.readVarlong(in);
    }
}
