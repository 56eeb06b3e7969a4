package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.problem.Problem;

/** A folder that cannot be a feed's. */
final class RefusedFolder {
    private RefusedFolder() {}

    /** @param outer the folder that it must lie in; none if it is the only one */
    static Optional<Problem> problem(String directory, Optional<Path> outer) throws IOException {
        if (!FeedName.isValid(directory)) {
            return Optional.of(new Problem(
                    directory,
                    0,
                    "the folder's name cannot be a feed's name",
                    "use lower-case letters, digits and '-' only, at most 100"));
        }
        if (outer.isPresent() && SourceReader.leadsOut(outer.get(), outer.get().resolve(directory))) {
            return Optional.of(new Problem(
                    directory,
                    0,
                    "the folder is a link that leads out of the folder of feeds",
                    "put the folder itself there"));
        }
        return Optional.empty();
    }
}
