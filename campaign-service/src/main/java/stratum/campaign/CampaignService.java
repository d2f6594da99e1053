package stratum.campaign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the campaign service. */
@SpringBootApplication
public class CampaignService {

    public static void main(String[] args) {
        SpringApplication.run(CampaignService.class, args);
    }
}
