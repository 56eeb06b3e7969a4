package org.feedwright.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.authoring.UnknownKeys;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The warnings of files that are published all the same: something was ignored, missing or guessed.
 *
 * <p>They are stored in the ledger, for a file that has not changed is not read again after a start.
 */
@Component
class Warnings {
    private static final Logger log = LoggerFactory.getLogger(Warnings.class);

    /** How many are logged of a start: a person who starts the service wants the number, and the command check lists them. */
    private static final int LOGGED_AT_START = 10;

    /** How many are logged of one look: a folder that was just brought from elsewhere may have one in each file. */
    private static final int LOGGED_OF_A_LOOK = 100;

    private final JdbcLedger ledger;
    private final ConcurrentSkipListMap<FolderPath, List<Problem>> files = new ConcurrentSkipListMap<>();
    /** They are counted when all files have been read. */
    private final List<Problem> unknownAtStart = new ArrayList<>();

    private boolean isLoaded;
    private boolean hasChanged;
    private boolean isStarting = true;
    private int loggedAtStart;
    private int omittedAtStart;

    Warnings(JdbcLedger ledger) {
        this.ledger = ledger;
    }

    /** All warnings, by file and line. */
    List<Problem> all() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    /** Loads the warnings that earlier runs of the program, or another node, have logged already. */
    void load() {
        if (!isLoaded) {
            reload();
        }
    }

    /** Lets them be loaded again before the next look: the store may have others by now. */
    void forget() {
        isLoaded = false;
    }

    /** Reads all warnings again, which another node has stored and logged. */
    void reload() {
        var now = ledger.warnings();
        files.keySet().retainAll(now.keySet());
        files.putAll(now);
        isLoaded = true;
    }

    /** Whether warnings have changed since this was last asked. */
    boolean haveChanged() {
        boolean have = hasChanged;
        hasChanged = false;
        return have;
    }

    /** Takes over the warnings that were stored of the files in these folders, and logs the new ones. */
    void follow(Collection<String> directories) {
        var fresh = new ArrayList<Problem>();
        for (String directory : directories) {
            var now = ledger.warnings(directory);
            var before = files.subMap(
                    new FolderPath(directory, ""), new FolderPath(directory, String.valueOf(Character.MAX_VALUE)));
            var told = new HashSet<Problem>();
            before.values().forEach(told::addAll);
            now.values().stream()
                    .flatMap(List::stream)
                    .filter(warning -> !told.contains(warning))
                    .forEach(fresh::add);
            hasChanged |= !before.equals(now);
            before.keySet().retainAll(now.keySet());
            files.putAll(now);
        }
        tell(fresh.stream().sorted(Problem.IN_ORDER).toList());
    }

    /** The keys that say nothing to us are counted, for a site has the same ones in each article. */
    private static List<Problem> counted(List<Problem> warnings) {
        var unknown = warnings.stream()
                .filter(UnknownKeys::is)
                .collect(Collectors.groupingBy(
                        warning -> warning.source()
                                .substring(0, Math.max(0, warning.source().indexOf('/'))),
                        TreeMap::new,
                        Collectors.toList()));
        return Stream.concat(
                        unknown.entrySet().stream()
                                .flatMap(feed -> feed.getValue().size() == 1
                                        ? feed.getValue().stream()
                                        : UnknownKeys.summary(feed.getKey(), feed.getValue()).stream()),
                        warnings.stream().filter(warning -> !UnknownKeys.is(warning)))
                .toList();
    }

    /** Logs warnings that are new. Of very many it logs the first ones, and how many more there are. */
    void tell(List<Problem> warnings) {
        if (isStarting) {
            warnings.stream().filter(UnknownKeys::is).forEach(unknownAtStart::add);
            tellFirst(warnings.stream()
                    .filter(warning -> !UnknownKeys.is(warning))
                    .toList());
        } else {
            tellFirst(counted(warnings));
        }
    }

    private void tellFirst(List<Problem> fresh) {
        int most = isStarting ? LOGGED_AT_START - loggedAtStart : LOGGED_OF_A_LOOK;
        int logged = Math.min(most, fresh.size());
        fresh.stream().limit(logged).forEach(warning -> log.warn("Warning: {}", warning));
        if (isStarting) {
            loggedAtStart += logged;
            omittedAtStart += fresh.size() - logged;
        } else {
            tellOmitted(fresh.size() - logged);
        }
    }

    /** Ends the start, after which authors are told at once of what they save. */
    void endStart() {
        if (isStarting) {
            isStarting = false;
            counted(unknownAtStart).forEach(warning -> log.warn("Warning: {}", warning));
            unknownAtStart.clear();
            tellOmitted(omittedAtStart);
        }
    }

    private static void tellOmitted(int omitted) {
        if (omitted > 0) {
            log.warn("And {} more warnings; the command check lists them all", omitted);
        }
    }
}
