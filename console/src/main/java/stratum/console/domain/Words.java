package stratum.console.domain;

import java.util.Locale;
import java.util.Map;

/** The same thing said in several languages, by BCP 47 tag. */
public record Words(String code, Map<String, String> texts) {

    /** In the reader's language, else in English, else the code itself. */
    public String in(Locale locale) {
        String own = texts.get(locale.toLanguageTag());
        String wide = own == null ? texts.get(locale.getLanguage()) : own;
        return wide == null ? texts.getOrDefault("en", code) : wide;
    }
}
