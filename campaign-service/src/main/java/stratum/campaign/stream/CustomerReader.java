package stratum.campaign.stream;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Channel;
import stratum.campaign.domain.Consents;
import stratum.campaign.domain.Consents.Permission;
import stratum.campaign.domain.Contact;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.FeatureNames;
import stratum.campaign.domain.History;
import stratum.campaign.domain.Profile;
import stratum.campaign.domain.Purpose;
import stratum.campaign.domain.Standing;

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
            if (layout != CustomerLayout.FIRST) {
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
                new History(contacts(), offered(), decided()));
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
        List<String> needs = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            needs.add(in.readUTF());
        }
        Map<String, Object> features = new HashMap<>();
        for (long left = number(); left > 0; left--) {
            features.put(name(), value());
        }
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
            default -> throw new IllegalStateException("A feature has type %d".formatted(type));
        };
    }

    private List<Contact> contacts() throws IOException {
        List<Contact> contacts = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            contacts.add(new Contact(CHANNELS[in.readUnsignedByte()], moment()));
        }
        return contacts;
    }

    private Map<String, Instant> offered() throws IOException {
        Map<String, Instant> offered = new HashMap<>();
        for (long left = number(); left > 0; left--) {
            offered.put(in.readUTF(), moment());
        }
        return offered;
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
