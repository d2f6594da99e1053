package stratum.lifecycle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the lifecycle service. */
@SpringBootApplication
public class LifecycleService {

    public static void main(String[] args) {
        SpringApplication.run(LifecycleService.class, args);
    }
}
