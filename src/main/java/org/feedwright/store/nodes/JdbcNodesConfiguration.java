package org.feedwright.store.nodes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.feedwright.store.JdbcConnections;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures how nodes on one PostgreSQL know of each other. On SQLite, the process is alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NodeSettings.class)
class JdbcNodesConfiguration {
    /** Only where somebody asks for it: the machine's name may have to be looked up in a network. */
    @Bean
    @Lazy
    ThisNode thisNode(NodeSettings settings) {
        return ThisNode.called(settings.name());
    }

    @Bean
    ChangeSignal changeSignal(JdbcConnections connections, JdbcClient jdbc, ObjectProvider<ThisNode> self) {
        return connections.areShared() ? new JdbcChangeSignal(jdbc, self.getObject()) : () -> {};
    }

    /** None on SQLite, where looks at the feeds' revisions find what a command has changed beside the service. */
    @Bean
    @Nullable
    JdbcChangeWatch changeWatch(
            JdbcConnections connections,
            ObjectProvider<ThisNode> self,
            Nodes nodes,
            ObjectProvider<ChangeListener> listeners) {
        return nodes instanceof JdbcNodes ours
                ? new JdbcChangeWatch(connections, self.getObject(), ours, listeners)
                : null;
    }

    @Bean
    Nodes nodes(JdbcConnections connections, JdbcClient jdbc, ObjectProvider<ThisNode> self, InstantSource clock) {
        var started = clock.instant();
        return connections.areShared()
                ? new JdbcNodes(jdbc, self.getObject())
                : () -> List.of(alone(self.getObject(), started, clock.instant()));
    }

    private static Nodes.Node alone(ThisNode self, Instant started, Instant now) {
        return new Nodes.Node(self.name(), self.version(), started, now, false, true, true);
    }

    @Bean
    Lease folderLease(JdbcConnections connections, JdbcClient jdbc, ObjectProvider<ThisNode> self) {
        return connections.areShared() ? new JdbcLease(connections, jdbc, self.getObject()) : Lease.OF_ONE_PROCESS;
    }
}
