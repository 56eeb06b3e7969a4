package org.feedwright.folder.disk;

import java.io.IOException;

/** A feed's folder has more folders within it than any site has: it may be the whole disk. */
final class TooManyFolders extends IOException {
    TooManyFolders(int most, String at) {
        super("there are more than " + most + " folders within it, as far as " + at
                + "; name those that hold no articles in 'exclude', or let their names begin with '_'");
    }
}
