package stratum.campaign.stream;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stratum.events.CampaignPublished;
import stratum.events.CampaignStatus;

/** Campaigns as people write them, for tests. */
public record Written(String id, int version, String trigger, String rest) {

    public static Written on(String kind, String name) {
        return new Written("test", 1, "{\"kind\": \"%s\", \"names\": [\"%s\"]}".formatted(kind, name), "");
    }

    public static Written walking(String every, String from) {
        return new Written("test", 1, """
                {"kind": "SCHEDULE", "schedule": {"every": "%s", "from": "%s", "at": "09:00", "overMinutes": 60}}
                """.formatted(every, from), "");
    }

    public Written id(String other) {
        return new Written(other, version, trigger, rest);
    }

    public Written version(int other) {
        return new Written(id, other, trigger, rest);
    }

    /** With a field more, or another one in the place of a usual one. */
    public Written and(String field) {
        return new Written(id, version, trigger, rest + ", " + field);
    }

    public String document() {
        String usual = Stream.of(
                        "\"condition\": \"true\"",
                        "\"objective\": \"CROSS_SELL\"",
                        "\"coolDownDays\": 0",
                        "\"propensity\": {\"accepts\": 1, \"contacts\": 10}")
                .filter(field -> !rest.contains(field.substring(0, field.indexOf(':'))))
                .map(field -> field + ", ")
                .collect(Collectors.joining());
        return """
                {"id": "%s", "version": %d, "name": {"en": "Test", "zh-CN": "测试"}, "trigger": %s, %s
                 "offer": {"code": "TEST", "valueMinor": 1000, "validDays": 30},
                 "channels": [{"channel": "PUSH"}],
                 "messages": [{"channels": ["PUSH"], "words": {"en": {"text": "Hello"}, "zh-CN": {"text": "您好"}}}],
                 "reason": {"en": "Because", "zh-CN": "因为"},
                 "effectiveFrom": "1970-01-01T00:00:00Z"%s}
                """.formatted(id, version, trigger, usual, rest);
    }

    public CampaignPublished live(Instant from) {
        return published(CampaignStatus.LIVE, from, 1);
    }

    public CampaignPublished published(CampaignStatus status, Instant from, long edition) {
        return CampaignPublished.newBuilder()
                .setCampaignId(id)
                .setVersion(version)
                .setStatus(status)
                .setEffectiveFrom(from)
                .setEdition(edition)
                .setDocument(document())
                .build();
    }
}
