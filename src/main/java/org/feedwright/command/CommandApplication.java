package org.feedwright.command;

import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The application as commands need it: without a server, and never with a watch over the folder. */
final class CommandApplication {
    private static final Map<String, Object> UNWATCHED = Map.of("feedwright.authoring.watch", "false");

    private CommandApplication() {}

    /** What starts it. The generated code of beans is that of a service, and is not used. */
    static SpringApplicationBuilder of(Class<?> application) {
        System.setProperty("spring.aot.enabled", "false");
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command", UNWATCHED)));
    }

    /**
     * Starts it.
     *
     * @throws RuntimeException if it cannot start, which the log then has said
     */
    static ConfigurableApplicationContext start(Class<?> application, List<String> settings) {
        return of(application).run(settings.toArray(String[]::new));
    }
}
