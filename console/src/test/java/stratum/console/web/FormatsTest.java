package stratum.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats english = formats(Languages.ENGLISH, "UTC");
    private final Formats chinese = formats(Languages.CHINESE, "UTC");

    @Test
    void money_shows_minor_units_only_where_there_are_some() {
        assertThat(english.money(123_456, "GBP")).isEqualTo("£1,234.56");
        assertThat(english.money(123_450, "GBP")).isEqualTo("£1,234.50");
        assertThat(english.money(123_400, "GBP")).isEqualTo("£1,234");
        assertThat(english.money(1_234, "JPY")).contains("1,234");
        assertThat(chinese.money(123_456, "CNY")).isEqualTo("¥1,234.56");
    }

    @Test
    void dates_are_written_as_the_reader_writes_them() {
        assertThat(english.date(LocalDate.parse("1994-03-31"))).isEqualTo("31 Mar 1994");
        assertThat(chinese.date(LocalDate.parse("1994-03-31"))).isEqualTo("1994年3月31日");
        assertThat(english.date(null)).isEqualTo("–");
    }

    @Test
    void a_business_date_is_a_date_in_the_banks_zone() {
        Instant lateInLondon = Instant.parse("1994-03-31T22:30:00Z");

        assertThat(english.day(lateInLondon)).isEqualTo("31 Mar 1994");
        assertThat(formats(Languages.ENGLISH, "Europe/Prague").day(lateInLondon))
                .isEqualTo("1 Apr 1994");
    }

    @Test
    void a_feature_is_money_where_it_is_money() {
        assertThat(english.feature("avgBalance90d", 1_000_000L)).isEqualTo("CZK10,000");
        assertThat(english.feature("txnCount90d", 37)).isEqualTo("37");
        assertThat(english.feature("balanceChange90d", -0.512345)).isEqualTo("-0.51");
        assertThat(chinese.feature("mainBank", true)).isEqualTo("是");
    }

    @Test
    void sizes_and_rates_have_no_more_digits_than_one_reads() {
        assertThat(english.bytes(0)).isEqualTo("0\u00a0B");
        assertThat(english.bytes(1_536)).isEqualTo("1.5\u00a0KiB");
        assertThat(english.bytes(123_456_789)).isEqualTo("118\u00a0MiB");
        assertThat(english.bytes(-1)).isEqualTo("–");
        assertThat(english.rate(0)).isEqualTo("0");
        assertThat(english.rate(3.14)).isEqualTo("3.1");
        assertThat(english.rate(12_345.6)).isEqualTo("12,346");
    }

    @Test
    void a_code_without_a_word_stands_for_itself() {
        assertThat(english.code("tier", "VIP")).isEqualTo("VIP");
        assertThat(chinese.code("tier", "VIP")).isEqualTo("贵宾");
        assertThat(chinese.code("tier", "PLATINUM_PLUS")).isEqualTo("Platinum plus");
        assertThat(english.code("campaign", "spring-2027")).isEqualTo("spring 2027");
    }

    @Test
    void a_time_to_catch_up_is_told_in_seconds_or_minutes() {
        assertThat(english.duration(Duration.ofSeconds(19))).isEqualTo("19 s");
        assertThat(chinese.duration(Duration.ofSeconds(600))).isEqualTo("10 分钟");
        assertThat(english.duration(null)).isEqualTo("–");
    }

    private static Formats formats(Locale locale, String zone) {
        return new Formats(locale, ZoneId.of(zone), "CZK", new WebSetup().messageSource());
    }
}
