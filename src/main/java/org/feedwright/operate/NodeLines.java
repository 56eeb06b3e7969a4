package org.feedwright.operate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.feedwright.operate.Words.Time;
import org.feedwright.store.nodes.Nodes;
import org.feedwright.store.nodes.Nodes.Node;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The nodes that serve the feeds, a line each. */
@Component
final class NodeLines {
    private final Nodes nodes;
    private final Instant started;

    NodeLines(Nodes nodes, InstantSource clock) {
        this.nodes = nodes;
        this.started = clock.instant();
    }

    /** @param isStoreThere whether the store answers; else only this node is known */
    List<String> lines(boolean isStoreThere) {
        try {
            return isStoreThere ? nodes.all().stream().map(NodeLines::line).toList() : List.of(alone());
        } catch (DataAccessException _) {
            return List.of(alone());
        }
    }

    private String alone() {
        return "This node, since " + Time.of(started).text() + "; the store does not tell of others";
    }

    private static String line(Node node) {
        return node.name()
                + (node.isThis() ? ", this node" : "")
                + ", version " + node.version() + ", since "
                + Time.of(node.started()).text()
                + (node.looksAfterFolder() ? ", looks after the folder" : "")
                + (node.isSilent()
                        ? ", not heard of since " + Time.of(node.seen()).text()
                        : "");
    }
}
