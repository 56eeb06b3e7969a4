package org.feedwright;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Starts the application, or one of its commands. */
@SpringBootApplication
@Modulithic(systemName = "Feedwright")
public class Feedwright {
    /** Without a command, or with {@code serve}, the service starts; it takes Spring's {@code --name=value}. */
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments[0].equals("serve") || isSetting(arguments[0])) {
            SpringApplication.run(Feedwright.class, arguments);
        } else {
            System.exit(Commands.run(arguments));
        }
    }

    static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.contains("=");
    }

    /** The only clock there is: time enters by this door. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
