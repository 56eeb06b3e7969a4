package org.feedwright.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps a folder that was unmounted, or emptied by accident, from taking a feed's articles back: when more
 * than a fifth of them, and more than five, are gone at once, they stay published until an editor confirms.
 */
final class WithdrawalGuard {
    /** In the folder of feeds: lines of a feed's name and how many of its articles may be withdrawn. */
    static final String CONFIRMATION = ".confirm-withdrawals";

    private WithdrawalGuard() {}

    /**
     * Whether so many withdrawals must be confirmed.
     *
     * @param gone how many articles' files are no longer there
     * @param articles how many there were
     * @param nothingIsLeft whether the folder of feeds has become empty altogether
     */
    static boolean stops(int gone, int articles, boolean nothingIsLeft) {
        return nothingIsLeft || (gone > 5 && gone * 5L > articles);
    }

    static boolean isConfirmed(Path folder, String directory, int gone) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(CONFIRMATION));
            return lines.stream().anyMatch(line -> line.strip().equals(directory + " " + gone));
        } catch (IOException _) {
            return false;
        }
    }

    static Problem problem(String directory, int gone, int articles) {
        return new Problem(
                directory,
                0,
                gone + " of its " + articles + " articles are no longer in the folder, and stay published",
                "put the files back, or confirm that they are to be withdrawn: echo '" + directory + " " + gone
                        + "' >> " + CONFIRMATION);
    }
}
