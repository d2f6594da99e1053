package stratum.scoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The scoring service. */
@SpringBootApplication
public class ScoringService {

    public static void main(String[] args) {
        SpringApplication.run(ScoringService.class, args);
    }
}
