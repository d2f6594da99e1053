package stratum.console;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import stratum.console.usecase.Services;

/** The console before a made-up bank: to work on the pages with nothing else running. Not scanned, only named. */
public class SampleConsole {

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {SampleConsole.class, Console.class}, arguments);
    }

    @Bean
    SampleBank sampleBank() {
        return new SampleBank();
    }

    @Bean
    Services sampleServices(SampleBank bank) {
        return bank::services;
    }
}
