package org.feedwright;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code rehearse}: what the build runs so that Java can learn, ahead of time, what serving takes. */
@Command(name = "rehearse", hidden = true, description = "Serves a made-up feed to itself, and ends.")
final class RehearseCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var rehearsal = Rehearsal.begin()) {
            rehearsal.play();
        }
        return 0;
    }
}
