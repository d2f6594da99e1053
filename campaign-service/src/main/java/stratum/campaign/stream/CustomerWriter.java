package stratum.campaign.stream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;
import stratum.campaign.domain.Caution;
import stratum.campaign.domain.Consents.Permission;
import stratum.campaign.domain.Contact;
import stratum.campaign.domain.Customer;
import stratum.campaign.domain.Exposure;
import stratum.campaign.domain.Exposure.Happened;
import stratum.campaign.domain.FeatureNames;
import stratum.campaign.domain.History;
import stratum.campaign.domain.Occasion;
import stratum.campaign.domain.Profile;
import stratum.campaign.domain.Reason;
import stratum.campaign.domain.Standing;
import stratum.campaign.domain.Waiting;

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
        out.writeByte(CustomerLayout.CURRENT);
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
        caution(customer.caution());
        history(customer.history());
        moment(customer.walked());
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
        texts(standing.needs());
        values(standing.features());
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
        } else if (value instanceof String text) {
            out.writeByte(CustomerLayout.TEXT);
            out.writeUTF(text);
        } else if (value instanceof List<?> texts) {
            out.writeByte(CustomerLayout.TEXTS);
            texts(texts);
        } else {
            throw new IllegalArgumentException("%s is a %s".formatted(feature, value.getClass()));
        }
    }

    private void caution(Caution caution) throws IOException {
        number(caution.openComplaints());
        moment(caution.penalty());
        size(caution.unsubscribed().entrySet());
        for (var one : new TreeMap<>(caution.unsubscribed()).entrySet()) {
            out.writeByte(one.getKey().ordinal());
            number(one.getValue().toEpochMilli());
        }
    }

    private void history(History history) throws IOException {
        size(history.contacts());
        for (Contact contact : history.contacts()) {
            out.writeByte(contact.channel().ordinal());
            number(contact.at().toEpochMilli());
        }
        times(history.offered());
        times(history.declined());
        times(history.accepted());
        size(history.decided());
        for (History.Decided decided : history.decided()) {
            out.writeLong(decided.occasion());
            number(decided.on().toEpochDay());
        }
        size(history.waiting());
        for (Waiting waiting : history.waiting()) {
            number(waiting.until().toEpochMilli());
            occasion(waiting.occasion());
        }
        size(history.exposures());
        for (Exposure exposure : history.exposures()) {
            exposure(exposure);
        }
    }

    private void times(Map<String, Instant> times) throws IOException {
        size(times.entrySet());
        for (var one : new TreeMap<>(times).entrySet()) {
            out.writeUTF(one.getKey());
            number(one.getValue().toEpochMilli());
        }
    }

    private void occasion(Occasion occasion) throws IOException {
        out.writeByte(occasion.kind().ordinal());
        out.writeUTF(occasion.id());
        out.writeUTF(occasion.name());
        number(occasion.at().toEpochMilli());
        values(occasion.facts());
        values(occasion.features());
        texts(occasion.topics());
        size(occasion.reasons());
        for (Reason reason : occasion.reasons()) {
            out.writeUTF(reason.code());
            size(reason.text().entrySet());
            for (var words : new TreeMap<>(reason.text()).entrySet()) {
                out.writeUTF(words.getKey());
                out.writeUTF(words.getValue());
            }
        }
    }

    private void values(Map<String, Object> values) throws IOException {
        size(values.entrySet());
        for (var one : new TreeMap<>(values).entrySet()) {
            name(one.getKey());
            value(one.getKey(), one.getValue());
        }
    }

    private void texts(List<?> texts) throws IOException {
        size(texts);
        for (Object text : texts) {
            out.writeUTF((String) text);
        }
    }

    private void exposure(Exposure exposure) throws IOException {
        out.write(HexFormat.of().parseHex(exposure.id()));
        out.writeUTF(exposure.campaignId());
        number(exposure.version());
        out.writeUTF(exposure.variant());
        out.writeBoolean(exposure.isControl());
        out.writeByte(exposure.channel().ordinal());
        out.writeByte(exposure.purpose().ordinal());
        number(exposure.at().toEpochMilli());
        number(exposure.validUntil().toEpochMilli());
        out.writeDouble(exposure.propensity());
        text(exposure.tier());
        text(exposure.stage());
        out.writeByte(exposure.occasion().kind().ordinal());
        out.writeUTF(exposure.occasion().name());
        out.writeLong(exposure.occasion().fingerprint());
        number(exposure.occasion().at().toEpochMilli());
        moment(exposure.goalUntil());
        long happened = 0;
        for (Happened what : exposure.happened()) {
            happened |= 1L << what.ordinal();
        }
        number(happened);
    }

    private void moment(@Nullable Instant at) throws IOException {
        out.writeBoolean(at != null);
        if (at != null) {
            number(at.toEpochMilli());
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
