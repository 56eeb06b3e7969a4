package org.feedwright.poll;

import java.io.Closeable;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.ManagedSelector.SelectorUpdate;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connector that wakes no other thread for a new connection. Most readers come once in an hour, on a connection
 * for one poll, and Jetty hands each of them to a thread of the pool twice: once to open it, once after its end.
 * To wake a thread costs as much as to answer the poll.
 */
final class PollConnector extends ServerConnector {
    private PollConnector(Server server, ServerConnector like) {
        super(
                server,
                like.getAcceptors(),
                like.getSelectorManager().getSelectorCount(),
                like.getConnectionFactories().toArray(ConnectionFactory[]::new));
        setHost(like.getHost());
        setPort(like.getPort());
        setIdleTimeout(like.getIdleTimeout());
        setAcceptQueueSize(like.getAcceptQueueSize());
        setAcceptedTcpNoDelay(like.getAcceptedTcpNoDelay());
        setAcceptedReceiveBufferSize(like.getAcceptedReceiveBufferSize());
        setAcceptedSendBufferSize(like.getAcceptedSendBufferSize());
    }

    /** Replaces the plain connectors; one with certificates checks them, and a limit counts on those it knows. */
    static void replacePlain(Server server) {
        if (server.getBean(NetworkConnectionLimit.class) == null) {
            server.setConnectors(Arrays.stream(server.getConnectors())
                    .map(connector -> connector.getClass() == ServerConnector.class
                            ? new PollConnector(server, (ServerConnector) connector)
                            : connector)
                    .toArray(Connector[]::new));
        }
    }

    /** Accepts nothing any more from the beginning of a graceful stop; Jetty only tells threads that accept. */
    @Override
    public CompletableFuture<Void> shutdown() {
        setAccepting(false);
        return super.shutdown();
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return new Connections(executor, scheduler, selectors);
    }

    private final class Connections extends ServerConnectorManager {
        private static final int UNTIL_CLEARED = 20;

        private final ConcurrentLinkedQueue<Runnable> ended = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean isClearing = new AtomicBoolean();

        Connections(Executor executor, Scheduler scheduler, int selectors) {
            super(executor, scheduler, selectors);
        }

        /**
         * Runs at once what opens a connection: the selector's thread brings it, and nothing in it waits. What follows
         * a connection's end may call servlets, which may wait: it gets a thread, but one for all of a moment.
         */
        @Override
        protected void execute(Runnable task) {
            if (task instanceof SelectorUpdate) {
                task.run();
            } else if (task instanceof Closeable) {
                ended.add(task);
                if (isClearing.compareAndSet(false, true)) {
                    getScheduler().schedule(this::clear, UNTIL_CLEARED, TimeUnit.MILLISECONDS);
                }
            } else {
                super.execute(task);
            }
        }

        private void clear() {
            isClearing.set(false);
            super.execute(() -> {
                for (var task = ended.poll(); task != null; task = ended.poll()) {
                    task.run();
                }
            });
        }
    }
}
