package org.feedwright.poll;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Spring's servlet, which takes its parts together when it is first asked, or a moment after the start. Polls
 * are answered without it, and it is a tenth of what a start costs (measured 2026-11).
 */
final class LateDispatcher extends DispatcherServlet {
    private static final Logger log = LoggerFactory.getLogger(LateDispatcher.class);

    /** Whoever waited for the start has been answered by then. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private volatile boolean isPrepared;

    /** One for the same context, with the settings that Spring Boot gives it there. */
    static LateDispatcher insteadOf(DispatcherServlet servlet) {
        var context = Objects.requireNonNull(servlet.getWebApplicationContext());
        var late = new LateDispatcher();
        late.setApplicationContext(context);
        boolean isForReaders = context.getParent() == null;
        late.setDetectAllHandlerMappings(isForReaders);
        late.setDetectAllHandlerAdapters(isForReaders);
        late.setDetectAllHandlerExceptionResolvers(isForReaders);
        return late;
    }

    @Override
    protected void onRefresh(ApplicationContext context) {
        Thread.ofPlatform().daemon().name("dispatcher").start(() -> {
            try {
                Thread.sleep(MOMENT);
                prepare();
            } catch (InterruptedException | RuntimeException e) {
                log.debug("It is prepared when it is asked", e);
            }
        });
    }

    @Override
    protected void doService(HttpServletRequest request, HttpServletResponse response) throws Exception {
        prepare();
        super.doService(request, response);
    }

    private void prepare() {
        if (!isPrepared) {
            synchronized (this) {
                if (!isPrepared) {
                    initStrategies(Objects.requireNonNull(getWebApplicationContext()));
                    isPrepared = true;
                }
            }
        }
    }
}
