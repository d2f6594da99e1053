package stratum.console.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The reader's language: what the switch said last, else what the browser prefers, else English. */
final class Languages implements LocaleContextResolver {

    /** Dates as most banks outside America write them. */
    static final Locale ENGLISH = Locale.UK;

    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final String COOKIE = "language";
    private static final String SWITCH = "lang";

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(of(exchange));
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("The language is switched by ?lang=");
    }

    static Locale of(ServerWebExchange exchange) {
        String chosen = exchange.getRequest().getQueryParams().getFirst(SWITCH);
        if (chosen != null) {
            remember(exchange, chosen);
            return named(chosen);
        }
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? preferred(exchange) : named(cookie.getValue());
    }

    private static Locale preferred(ServerWebExchange exchange) {
        try {
            List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
            return wanted.isEmpty() ? ENGLISH : named(wanted.get(0).getLanguage());
        } catch (IllegalArgumentException e) {
            // A header that no browser sends is no reason to refuse the page.
            return ENGLISH;
        }
    }

    private static Locale named(String language) {
        return language.startsWith("zh") ? CHINESE : ENGLISH;
    }

    private static void remember(ServerWebExchange exchange, String language) {
        if (!exchange.getResponse().isCommitted()) {
            exchange.getResponse()
                    .addCookie(ResponseCookie.from(COOKIE, named(language).toLanguageTag())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .build());
        }
    }
}
