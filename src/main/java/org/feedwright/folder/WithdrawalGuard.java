package org.feedwright.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feedwright.authoring.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a folder that was unmounted, or emptied by accident, from taking a feed's articles back: when more
 * than a fifth of them, and more than five, are gone at once, they stay published until an editor confirms.
 */
final class WithdrawalGuard {
    /** In the folder of feeds: lines of a feed's name and how many of its articles may be withdrawn. */
    static final String CONFIRMATION = ".confirm-withdrawals";

    private static final Logger log = LoggerFactory.getLogger(WithdrawalGuard.class);

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

    /** Takes a confirmation away, so that it confirms nothing that happens later. */
    static void useUp(Path folder, String directory, int gone) {
        Path confirmations = folder.resolve(CONFIRMATION);
        try {
            var left = Files.readAllLines(confirmations).stream()
                    .filter(line -> !line.strip().equals(directory + " " + gone))
                    .toList();
            if (left.isEmpty()) {
                Files.delete(confirmations);
            } else {
                Files.write(confirmations, left);
            }
        } catch (IOException e) {
            log.warn("Remove the line '{} {}' from {}: it has been used ({})", directory, gone, confirmations, e);
        }
    }

    static Problem problem(String directory, int gone, int articles) {
        String wrong = articles == 0
                ? "the feed's folder is no longer there, nor any other, and the feed stays published"
                : gone + " of its " + articles + " articles are no longer in the folder, and stay published";
        return new Problem(
                directory,
                0,
                wrong,
                "put the files back, or confirm that they are to be withdrawn: echo '" + directory + " " + gone
                        + "' >> " + CONFIRMATION);
    }
}
