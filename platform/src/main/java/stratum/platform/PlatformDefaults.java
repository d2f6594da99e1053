package stratum.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * What every service starts from, as the last of the sources: a service or the environment may set anything anew. As a
 * post-processor, because the conditions of Boot's auto-configuration look at settings before property sources of
 * configuration classes are there.
 */
public final class PlatformDefaults implements EnvironmentPostProcessor {

    private static final String FILE = "classpath:stratum/platform.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("platform", FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
