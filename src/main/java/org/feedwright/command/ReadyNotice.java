package org.feedwright.command;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that polls are answered, where systemd started the service ({@code Type=notify}).
 *
 * <p>It is told by its own program, systemd-notify: its socket takes datagrams, and Java sends none to sockets in the
 * file system.
 */
final class ReadyNotice {
    private static final Logger log = LoggerFactory.getLogger(ReadyNotice.class);

    private ReadyNotice() {}

    /**
     * Tells it, and does not wait for the answer.
     *
     * @param socket what systemd's variable {@code NOTIFY_SOCKET} says; null where nobody waits to be told
     */
    static void give(@Nullable String socket) {
        if (socket == null) {
            return;
        }
        try {
            var program = new ProcessBuilder("systemd-notify", "--ready")
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT);
            program.environment().put("NOTIFY_SOCKET", socket);
            program.start();
        } catch (IOException e) {
            log.warn(
                    "systemd waits to be told that Feedwright has started, and there is no systemd-notify: {}",
                    e.getMessage());
        }
    }
}
