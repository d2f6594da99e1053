package stratum.campaign.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import stratum.campaign.domain.Campaign;
import stratum.campaign.domain.Campaigns;
import stratum.campaign.domain.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The campaigns that come with the service, read and checked. */
public final class ShippedCampaigns {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final List<Shipped> all;

    /** A campaign and the document it was read from. */
    public record Shipped(Campaign campaign, String document) {}

    private ShippedCampaigns(List<Shipped> all) {
        this.all = all;
    }

    /**
     * Reads {@code campaigns/*.json} from the class path.
     *
     * @throws InvalidCampaigns with every mistake in any of them
     */
    public static ShippedCampaigns load() {
        CampaignReader reader = new CampaignReader(new CelConditions());
        List<Shipped> all = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Resource file : files()) {
            try {
                all.add(read(file, reader));
            } catch (InvalidCampaigns e) {
                mistakes.addAll(e.mistakes());
            }
        }
        mistakes.addAll(twice(all));
        if (!mistakes.isEmpty()) {
            throw new InvalidCampaigns(mistakes);
        }
        return new ShippedCampaigns(List.copyOf(all));
    }

    static List<String> twice(List<Shipped> all) {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(one -> "Campaign %s: version %d is there twice."
                        .formatted(one.campaign().id(), one.campaign().version()))
                .filter(sentence -> !seen.add(sentence))
                .toList();
    }

    private static List<Resource> files() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:campaigns/*.json"))
                    .stream()
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shipped read(Resource file, CampaignReader reader) {
        String document = text(file);
        return new Shipped(reader.read(parse(document, String.valueOf(file.getFilename()))), document);
    }

    /**
     * A document of its JSON.
     *
     * @throws InvalidCampaigns where it is no JSON, or has a field that no campaign has
     */
    static CampaignDocument parse(String json, String file) {
        try {
            return JSON.readValue(json, CampaignDocument.class);
        } catch (JacksonException e) {
            throw new InvalidCampaigns(List.of("%s: %s.".formatted(file, e.getOriginalMessage())));
        }
    }

    /** What the bank calls its tiers, and the causes of a change of stage. */
    public static Words words() {
        return JSON.readValue(
                text(new PathMatchingResourcePatternResolver().getResource("classpath:words.json")), Words.class);
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each with its document. */
    public List<Shipped> all() {
        return all;
    }

    /** What is decided between. */
    public Campaigns campaigns() {
        return Campaigns.live(all.stream().map(Shipped::campaign).toList());
    }
}
