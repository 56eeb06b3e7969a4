package org.feedwright.export;

import java.time.Instant;
import org.feedwright.export.server.ServerFacts;

/**
 * Everything that the parts of one export share.
 *
 * @param site the key of all that every page and document depends on
 * @param now in whole seconds
 */
record ExportRun(
        IncrementalFiles copies,
        Manifest manifest,
        ServerFacts configuration,
        Workers crew,
        ExportProgress meter,
        String site,
        Instant now) {}
