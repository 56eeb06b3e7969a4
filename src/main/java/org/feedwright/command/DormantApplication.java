package org.feedwright.command;

import java.util.List;
import org.feedwright.backup.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * The application with its settings read and checked, and nothing started: of its parts only those are made that are
 * asked for. A backup must not change the store that it copies: a service would, when its tables are of an earlier
 * version.
 */
final class DormantApplication {
    private DormantApplication() {}

    /**
     * Prepares the application.
     *
     * @throws RuntimeException if its settings are wrong, which the log then has said
     */
    static Installation of(Class<?> application, List<String> settings) {
        return new Installation(CommandApplication.of(application)
                .initializers(DormantApplication::keepAsleep)
                .run(settings.toArray(String[]::new)));
    }

    private static void keepAsleep(ConfigurableApplicationContext context) {
        // Those, too, that Spring makes at the start although everything is lazy: the check of health's groups looks
        // for
        // the parts of health, and these migrate the store.
        context.addBeanFactoryPostProcessor(all -> {
            for (String name : all.getBeanDefinitionNames()) {
                all.getBeanDefinition(name).setLazyInit(true);
            }
        });
        var beans = context.getBeanFactory();
        beans.registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new StartsNothing());
        beans.registerSingleton(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME, new TellsNobody());
    }

    private static final class StartsNothing implements LifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    /** Whoever listens to an event would be made for it. */
    private static final class TellsNobody extends SimpleApplicationEventMulticaster {
        @Override
        public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {}
    }
}
