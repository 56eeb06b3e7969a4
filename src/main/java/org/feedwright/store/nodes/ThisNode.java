package org.feedwright.store.nodes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This process among those that use the store.
 *
 * @param id differs at each start
 * @param name by which an operator knows it; the machine's name, where no setting gives another
 */
record ThisNode(String id, String name, String version) {
    static ThisNode called(@Nullable String name) {
        String version = ThisNode.class.getPackage().getImplementationVersion();
        return new ThisNode(
                UUID.randomUUID().toString(),
                name == null || name.isBlank() ? machine() : name,
                version == null ? "(not packaged)" : version);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
