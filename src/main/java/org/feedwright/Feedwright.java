package org.feedwright;

import java.time.InstantSource;
import org.feedwright.command.Commands;
import org.feedwright.command.ServeArguments;
import org.feedwright.command.Serving;
import org.feedwright.http.NoMessages;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jetty.autoconfigure.metrics.JettyMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAspectsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsEndpointAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.ssl.SslMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.startup.StartupTimeMetricsListenerAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.task.TaskExecutorMetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.modulith.Modulithic;
import picocli.CommandLine;

/** Starts the application, or one of its commands. */
// Transactions are begun where they are needed (Transactions); to look through all beans for annotations takes its
// time.
// Of Spring Boot's metrics, those of the JVM and of connections to the database are wanted; the others would make
// meters during the start, or measure each request once more. Those of the log would ask at each line that is not
// written, too, of which Jetty has dozens in a request: LogMeters counts lines that are.
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {
            TransactionAutoConfiguration.class,
            CompositeMeterRegistryAutoConfiguration.class,
            MetricsAspectsAutoConfiguration.class,
            MetricsEndpointAutoConfiguration.class,
            StartupTimeMetricsListenerAutoConfiguration.class,
            SslMetricsAutoConfiguration.class,
            TaskExecutorMetricsAutoConfiguration.class,
            ObservationAutoConfiguration.class,
            ScheduledTasksObservationAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class,
            JettyMetricsAutoConfiguration.class,
            LogbackMetricsAutoConfiguration.class
        })
@Modulithic(systemName = "Feedwright")
public class Feedwright {
    /** Without a command, or with {@code serve}, the service starts; it takes Spring's {@code --name=value}. */
    public static void main(String[] arguments) {
        if (!ServeArguments.areMeant(arguments)) {
            System.exit(commands().execute(arguments));
        } else if (ServeArguments.askForHelp(arguments)) {
            System.exit(commands().execute("serve", "--help"));
        } else {
            Serving.start(Feedwright.class, arguments);
        }
    }

    public static CommandLine commands() {
        return Commands.line(Feedwright.class, new Feedwright().clock());
    }

    /** Everything of Feedwright itself is there from the start, and complains then if it is set up wrongly. */
    @Bean
    static LazyInitializationExcludeFilter ownPartsAtOnce() {
        return (_, _, type) -> type.getPackageName().startsWith(Feedwright.class.getPackageName());
    }

    /**
     * No bean is defined any more once the context is being filled, and Spring, told so, remembers what it finds
     * out about them: otherwise it goes through all of them for each of their dependencies.
     */
    @Bean
    static BeanFactoryPostProcessor noMoreDefinitions() {
        return ConfigurableListableBeanFactory::freezeConfiguration;
    }

    /** What is misspelled would otherwise be silently without effect. */
    @Bean
    static BeanFactoryPostProcessor refuseWrongSettings(ConfigurableEnvironment environment) {
        return beans -> SettingsCheck.check(environment, KnownSettings.of(beans));
    }

    /** By the name under which Spring looks for it. */
    @Bean
    MessageSource messageSource() {
        return new NoMessages();
    }

    /** The only clock there is: time enters by this door. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
