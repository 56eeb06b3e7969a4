package org.feedwright;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Starts the application. */
@SpringBootApplication
@Modulithic(systemName = "Feedwright")
public class Feedwright {
    public static void main(String[] arguments) {
        SpringApplication.run(Feedwright.class, arguments);
    }

    /** The only clock there is: time enters by this door. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
