package org.feedwright.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What authors should know of files that are published all the same: what was ignored, missing or guessed.
 *
 * <p>It is stored with the ledger, for a file that has not changed since is not read again after a start.
 */
@Component
class Warnings {
    private static final Logger log = LoggerFactory.getLogger(Warnings.class);

    /** How many are told of one look: a folder that was just brought from elsewhere may have one in each file. */
    private static final int TOLD = 100;

    private final JdbcLedger ledger;
    private final ConcurrentSkipListMap<FolderPath, List<Problem>> files = new ConcurrentSkipListMap<>();
    private boolean isLoaded;

    Warnings(JdbcLedger ledger) {
        this.ledger = ledger;
    }

    /** All of them, by file and line. */
    List<Problem> all() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    /** Learns what earlier runs of the program have told already. */
    void load() {
        if (!isLoaded) {
            files.putAll(ledger.warnings());
            isLoaded = true;
        }
    }

    /** Follows what was stored of the files in these folders, and tells what is new of it on the log. */
    void follow(Collection<String> directories) {
        var fresh = new ArrayList<Problem>();
        for (String directory : directories) {
            var now = ledger.warnings(directory);
            var before = files.subMap(new FolderPath(directory, ""), new FolderPath(directory, String.valueOf(Character.MAX_VALUE)));
            var told = new HashSet<Problem>();
            before.values().forEach(told::addAll);
            now.values().stream()
                    .flatMap(List::stream)
                    .filter(warning -> !told.contains(warning))
                    .forEach(fresh::add);
            before.keySet().retainAll(now.keySet());
            files.putAll(now);
        }
        fresh.stream().sorted(Problem.IN_ORDER).limit(TOLD).forEach(warning -> log.warn("Warning: {}", warning));
        if (fresh.size() > TOLD) {
            log.warn("And {} more warnings; the command check lists them all", fresh.size() - TOLD);
        }
    }
}
