package org.feedwright.authoring;

import java.util.Optional;

/** What reading a file gave: its source, or problems; neither if it has gone meanwhile. */
record SourceReading(Optional<SourceFile> source, Problems problems) {}
