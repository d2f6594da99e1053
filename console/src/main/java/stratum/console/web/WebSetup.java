package stratum.console.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import stratum.console.ConsoleSettings;
import stratum.console.usecase.Customers;
import stratum.console.usecase.Services;
import stratum.platform.kafka.StratumSettings;

/** What the pages need: words, languages, and the parts that change. */
@Configuration(proxyBeanMethods = false)
class WebSetup {

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.ENGLISH);
        return messages;
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        return new Languages();
    }

    @Bean
    Parts parts(ISpringWebFluxTemplateEngine engine, MessageSource messages, StratumSettings stratum) {
        return new Parts(engine, messages, stratum.zone(), stratum.baseCurrency());
    }

    @Bean
    @ConditionalOnMissingBean({Services.class, Customers.class})
    HttpServices services(ConsoleSettings settings, StratumSettings stratum) {
        return new HttpServices(settings, URI.create(stratum.registry().url()));
    }

    @Bean
    LiveStream.ViewerLimit viewerLimit(ConsoleSettings settings) {
        return new LiveStream.ViewerLimit(settings.viewers());
    }
}
