package org.feedwright.poll;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.feedwright.http.BeforeReaders;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Opens the port as soon as polls can be answered. Spring opens it last, and a third of a start is for what no poll
 * needs: servlets, pages, the API, the look at the folder. Whatever else is asked meanwhile waits until the servlets are
 * there.
 */
final class EarlyPort
        implements BeanFactoryInitializer<ListableBeanFactory>,
                ApplicationListener<WebServerInitializedEvent>,
                DisposableBean {
    /** How long somebody may take to ask who has waited for the start, and an answer to be made. */
    private static final Duration FIRST_QUESTION = Duration.ofMillis(50);

    private static final Duration FIRST_ANSWER = Duration.ofSeconds(1);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch servlets = new CountDownLatch(1);
    private List<Connector> connectors = List.of();

    /** Takes note of the server's connectors before Spring takes them away until its own start of the server. */
    void remember(Server server) {
        connectors = List.of(server.getConnectors());
    }

    /** Runs when the server is there, with all that it answers polls from, and before everything else is made. */
    @Override
    public void initialize(ListableBeanFactory beans) {
        if (!connectors.isEmpty()) {
            beans.getBeansOfType(BeforeReaders.class);
            connectors.forEach(EarlyPort::open);
            letTheFirstPass();
        }
    }

    /** Whoever has waited for the start is answered before the rest is made: together, both would take longer. */
    private void letTheFirstPass() {
        try {
            if (asked.await(FIRST_QUESTION.toMillis(), TimeUnit.MILLISECONDS)) {
                answered.await(FIRST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that something is asked that is not at hand. */
    void isAsked() {
        asked.countDown();
    }

    /** Notes that it is answered, or will have to wait. */
    void isAnswered() {
        answered.countDown();
    }

    private static void open(Connector connector) {
        try {
            connector.start();
        } catch (Exception e) {
            if (connector instanceof NetworkConnector network) {
                PortInUseException.throwIfPortBindingException(e, network::getPort);
            }
            throw new WebServerException("The port cannot be opened", e);
        }
    }

    /** Waits until the servlets are there. */
    void awaitServlets() throws InterruptedException {
        servlets.await();
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        servlets.countDown();
    }

    /** Closes the port where the start has failed; otherwise Spring has done so. */
    @Override
    public void destroy() {
        connectors.forEach(connector -> LifeCycle.stop(connector));
        servlets.countDown();
    }
}
