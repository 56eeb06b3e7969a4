package org.feedwright.webhook;

import java.net.InetAddress;
import java.util.function.Predicate;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP client of webhooks. It is made when something is to be sent for the first time. */
class WebhookClient implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WebhookClient.class);

    private static final String NAME = "webhooks";
    private static final int THREADS = 8;
    private static final int CONNECTIONS = 4; // to one receiver
    private static final long CONNECTING = 5_000; // milliseconds
    private static final long IDLE = 30_000; // milliseconds

    private final Predicate<InetAddress> allowed;
    private @Nullable HttpClient client; // guarded by this

    WebhookClient(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    synchronized HttpClient started() {
        var known = client;
        if (known == null) {
            known = started(new HttpClient());
            client = known;
        }
        return known;
    }

    private HttpClient started(HttpClient made) {
        var threads = new QueuedThreadPool(THREADS, 1);
        threads.setName(NAME);
        threads.setDaemon(true);
        var scheduler = new ScheduledExecutorScheduler(NAME + "-timeouts", true);
        made.setExecutor(threads);
        made.setScheduler(scheduler);
        made.setSocketAddressResolver(
                new JudgedAddresses(new SocketAddressResolver.Async(threads, scheduler, CONNECTING), allowed));
        made.setConnectTimeout(CONNECTING);
        made.setIdleTimeout(IDLE);
        made.setMaxConnectionsPerDestination(CONNECTIONS);
        made.setFollowRedirects(false);
        made.setHttpCookieStore(new HttpCookieStore.Empty());
        made.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Feedwright (webhook)"));
        configure(made);
        try {
            made.start();
        } catch (Exception e) {
            throw new IllegalStateException("the client of webhooks cannot be started", e);
        }
        // An answer's status counts as it is, and nobody reads its body.
        made.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
        made.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        made.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
        made.getContentDecoderFactories().clear();
        return made;
    }

    /** For tests whose receivers have certificates of their own. */
    void configure(HttpClient made) {}

    @Override
    public synchronized void close() {
        if (client != null) {
            try {
                client.stop();
            } catch (Exception e) {
                log.debug("The client of webhooks did not stop as it should", e);
            }
            client = null;
        }
    }
}
