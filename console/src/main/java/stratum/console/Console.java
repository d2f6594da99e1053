package stratum.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web pages for operations, marketing and relationship managers. */
@SpringBootApplication
public class Console {

    public static void main(String[] arguments) {
        SpringApplication.run(Console.class, arguments);
    }
}
