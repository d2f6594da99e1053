package stratum.campaign.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Consents.Permission;
import stratum.campaign.domain.Contact;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.FeatureNames;
import stratum.campaign.domain.History;
import stratum.campaign.domain.Profile;
import stratum.campaign.domain.Standing;

/** Writes what is known of a customer; {@link CustomerReader} reads it. The same customer gives the same bytes. */
final class CustomerWriter {

    private final DataOutputStream out;

    private CustomerWriter(DataOutputStream out) {
        this.out = out;
    }

    static byte[] write(Customer customer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            new CustomerWriter(out).customer(customer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void customer(Customer customer) throws IOException {
        out.writeByte(CustomerLayout.FIRST);
        Profile profile = customer.profile();
        out.writeBoolean(profile != null);
        if (profile != null) {
            profile(profile);
        }
        Standing standing = customer.standing();
        out.writeBoolean(standing != null);
        if (standing != null) {
            standing(standing);
        }
        text(customer.stage());
        history(customer.history());
    }

    private void profile(Profile profile) throws IOException {
        number(profile.at().toEpochMilli());
        out.writeUTF(profile.kind());
        out.writeUTF(profile.language());
        out.writeBoolean(profile.vulnerable());
        permissions(profile.consents().granted());
        permissions(profile.consents().refused());
        out.writeBoolean(profile.birthDate() != null);
        if (profile.birthDate() != null) {
            number(profile.birthDate().toEpochDay());
        }
        text(profile.zone());
        text(profile.occupation());
        text(profile.incomeBand());
        text(profile.riskAppetite());
        text(profile.branch());
    }

    /** One bit per channel and purpose. */
    private void permissions(Set<Permission> permissions) throws IOException {
        long bits = 0;
        for (Permission one : permissions) {
            bits |= 1L << place(one);
        }
        number(bits);
    }

    static int place(Permission one) {
        return one.channel().ordinal() * Byte.SIZE + one.purpose().ordinal();
    }

    private void standing(Standing standing) throws IOException {
        out.writeUTF(standing.tier());
        size(standing.needs());
        for (String need : standing.needs()) {
            out.writeUTF(need);
        }
        size(standing.features().entrySet());
        for (Map.Entry<String, Object> feature : new TreeMap<>(standing.features()).entrySet()) {
            name(feature.getKey());
            value(feature.getKey(), feature.getValue());
        }
    }

    private void name(String feature) throws IOException {
        int place = FeatureNames.ALL.indexOf(feature);
        out.writeByte(place < 0 ? CustomerLayout.BY_NAME : place);
        if (place < 0) {
            out.writeUTF(feature);
        }
    }

    private void value(String feature, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeByte(CustomerLayout.LONG);
            number(number);
        } else if (value instanceof Double number) {
            out.writeByte(CustomerLayout.DOUBLE);
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? CustomerLayout.TRUE : CustomerLayout.FALSE);
        } else {
            throw new IllegalArgumentException("Feature %s is a %s".formatted(feature, value.getClass()));
        }
    }

    private void history(History history) throws IOException {
        size(history.contacts());
        for (Contact contact : history.contacts()) {
            out.writeByte(contact.channel().ordinal());
            number(contact.at().toEpochMilli());
        }
        size(history.offered().entrySet());
        for (var offered : new TreeMap<>(history.offered()).entrySet()) {
            out.writeUTF(offered.getKey());
            number(offered.getValue().toEpochMilli());
        }
        size(history.decided());
        for (History.Decided decided : history.decided()) {
            out.writeLong(decided.occasion());
            number(decided.on().toEpochDay());
        }
    }

    private void text(@Nullable String text) throws IOException {
        out.writeUTF(text == null ? "" : text);
    }

    private void size(Collection<?> all) throws IOException {
        number(all.size());
    }

    private void number(long number) throws IOException {
        ByteUtils.writeVarlong(number, out);
    }
}
