package org.feedwright.poll;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.feedwright.edition.DeltaReaders;
import org.feedwright.edition.Editions;
import org.feedwright.edition.PollSettings;
import org.feedwright.feed.Address;
import org.feedwright.feed.BasePath;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.ToldDates;
import org.feedwright.poll.proxy.ForwardedClient;
import org.feedwright.poll.proxy.ProxySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the front cache before everything else that the public port has; the management port has none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
class FrontConfiguration {
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ProxySettings.class)
    static class TrustedProxies {}

    @Bean
    Answers answers(Feeds feeds, PollSettings settings, ToldDates told) {
        return new Answers(settings.maxAge(), feeds.addresses().home(), told);
    }

    @Bean
    DeltaReaders deltaReaders(PollSettings settings) {
        return settings.readersOfDeltas();
    }

    @Bean
    CachedAnswers atHand(
            Feeds feeds,
            Editions editions,
            Answers answers,
            DeltaReaders deltaReaders,
            PollCounts counts,
            InstantSource clock) {
        return new CachedAnswers(feeds.addresses().basePath(), editions, answers, deltaReaders, counts, clock);
    }

    /**
     * When the server starts, everything else is in its place: the front cache then comes even before what
     * counts requests for a graceful shutdown, which costs as much as the whole answer to a poll.
     */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> frontCache(
            CachedAnswers atHand, Feeds feeds, ConnectionSettings connections, ProxySettings proxies) {
        var addresses = feeds.addresses();
        return factory -> {
            factory.setThreadPool(threads());
            factory.setUseForwardHeaders(false); // which believes everyone
            factory.addServerCustomizers(
                    PollConnector::replacePlain, server -> prepare(server, connections), AmbiguousPaths::allow);
            factory.addServerCustomizers(server -> keepSecrets(server, addresses.basePath()));
            factory.addServerCustomizers(server -> ForwardedClient.readBy(proxies.trusted(), server));
            factory.addServerCustomizers(server -> server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    if (!(server.getHandler() instanceof FrontCache)) {
                        var behind = new AmbiguousPaths(new BelowBase(server.getHandler(), addresses), addresses);
                        server.setHandler(new FrontCache(behind, atHand, connections));
                    }
                }
            }));
        };
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> certificateReload(SslBundles bundles) {
        return factory -> factory.addServerCustomizers(new CertificateReload(factory, bundles));
    }

    /** Whoever reads the log would see every draft. */
    private static void keepSecrets(Server server, BasePath base) {
        if (server.getRequestLog() instanceof CustomRequestLog log) {
            log.setFilter((request, _) ->
                    !base.below(Request.getPathInContext(request)).startsWith(Address.PREVIEWS));
        }
    }

    private static void prepare(Server server, ConnectionSettings connections) {
        for (var connector : server.getConnectors()) {
            if (connector instanceof ServerConnector sockets) {
                // Aggregators come all at once, at the full hour; who finds no room waits a second before trying again.
                sockets.setAcceptQueueSize(1024);
                forgetFields(sockets);
                if (connections.isLimited()) {
                    sockets.addBean(new SlowSenders(sockets, connections));
                }
            }
        }
    }

    /**
     * Jetty keeps header fields for a connection's next request, which is of no use where the connection is a proxy's
     * and the next request another reader's: finding and keeping them took a third of a poll.
     */
    private static void forgetFields(ServerConnector sockets) {
        for (var factory : sockets.getConnectionFactories()) {
            if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                http.getHttpConfiguration().setHeaderCacheSize(0);
            }
        }
    }

    /**
     * Platform threads read requests and answer polls, for a selector that waits on a virtual thread holds
     * one of the few carriers and is woken by a detour. Whatever blocks runs on virtual threads.
     */
    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool();
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return threads;
    }
}
