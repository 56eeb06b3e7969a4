package org.feedwright.imports;

import java.util.Set;
import java.util.function.IntConsumer;
import org.feedwright.imports.network.Downloads;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the files elsewhere that imported articles show: they stay there, or they are fetched.
 *
 * @param downloads fetches them; null if they are to stay
 * @param hosts from which they are fetched, beside the site's own; in lower case
 * @param progress is told how many have been fetched
 */
public record ImportedMedia(@Nullable Downloads downloads, Set<String> hosts, IntConsumer progress) {
    public ImportedMedia {
        hosts = Set.copyOf(hosts);
    }

    /** Leaves every file where it is. */
    public static ImportedMedia left() {
        return new ImportedMedia(null, Set.of(), _ -> {});
    }
}
