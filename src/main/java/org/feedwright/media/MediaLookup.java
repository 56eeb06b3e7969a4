package org.feedwright.media;

import org.feedwright.http.Absence;

/** The file at an address, or the reason why there is none. */
public sealed interface MediaLookup permits MediaCopy, MediaLookup.Nothing {
    /** No file. */
    record Nothing(Absence reason) implements MediaLookup {}
}
