package org.feedwright.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FormerNames;
import org.feedwright.folder.claim.FormerNameProblems;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.FeedLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Feeds whose folders have got another name, as {@code formerly} in their {@code feed.yaml} says. The feed and
 * all that is known of its files go over to the new name in one transaction, before anything looks missing:
 * nothing is published anew, and nothing withdrawn.
 */
@Component
class FeedRenames {
    private static final Logger log = LoggerFactory.getLogger(FeedRenames.class);

    private final JdbcLedger ledger;
    private final ReferencedFiles named;
    private final Feeds feeds;
    private final FeedLifecycle lifecycle;
    private final FormerNames formerNames;
    private final OtherWaysIn ways;
    private final Transactions transactions;

    FeedRenames(
            JdbcLedger ledger,
            ReferencedFiles named,
            Feeds feeds,
            FeedLifecycle lifecycle,
            FormerNames formerNames,
            OtherWaysIn ways,
            Transactions transactions) {
        this.ledger = ledger;
        this.named = named;
        this.feeds = feeds;
        this.lifecycle = lifecycle;
        this.formerNames = formerNames;
        this.ways = ways;
        this.transactions = transactions;
    }

    /** Renames the feeds that go on in one of these folders, and whose own folders are gone. */
    void follow(FeedFolder folder, Collection<String> directories) {
        for (String directory : directories) {
            try {
                if (FeedName.isValid(directory)
                        && feeds.definition(new FeedName(directory)).isEmpty()
                        && folder.refusal(directory).isEmpty()) {
                    predecessor(folder, new FeedName(directory))
                            .ifPresent(predecessor -> rename(predecessor, new FeedName(directory)));
                }
            } catch (IOException e) {
                log.debug("The folder {} cannot be looked at", directory, e); // its listing reports that
            }
        }
    }

    /** The contradictions to a feed's former names, or to its own; the feed is published all the same. */
    List<Problem> problems(String path, int line, FeedName feed, FeedDefinition definition) {
        var problems = new ArrayList<Problem>();
        for (var name : others(feed, definition)) {
            var holder = formerNames.holder(name).filter(other -> !other.equals(feed));
            if (isAlive(name)) {
                problems.add(FormerNameProblems.alive(path, line, name));
            } else if (holder.isPresent()) {
                problems.add(FormerNameProblems.taken(path, line, name, holder.get()));
            }
        }
        formerNames.holder(feed).ifPresent(holder -> problems.add(FormerNameProblems.claimed(path, feed, holder)));
        return problems;
    }

    /**
     * Why a new feed must wait: the feed that it says it was is still published from its own folder, as while
     * one is copied to the other. The articles would get new ids here before they are missing there.
     */
    Optional<Problem> undecided(FeedFolder folder, String path, int line, FeedName feed, FeedDefinition definition)
            throws IOException {
        for (var name : others(feed, definition)) {
            if (isAlive(name) && !folder.files(name.value()).isEmpty()) {
                return Optional.of(FormerNameProblems.undecided(path, line, name));
            }
        }
        return Optional.empty();
    }

    private Optional<FeedName> predecessor(FeedFolder folder, FeedName feed) throws IOException {
        var path = FolderPath.definition(feed.value());
        if (folder.read(path) instanceof SourceReading.Whole(var source)) {
            // Another problem in the file is no reason to take the old feed for lost.
            var definition = FeedFile.read(source.text(), feeds.addresses().host(), new Problems(path.toString()));
            for (var name : others(feed, definition)) {
                boolean isElsewhere = formerNames
                        .holder(name)
                        .filter(holder -> !holder.equals(feed))
                        .isPresent();
                if (!isElsewhere
                        && !ways.define(name) // such a feed never had a folder that could be gone
                        && feeds.definition(name).isPresent()
                        && folder.files(name.value()).isEmpty()) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private void rename(FeedName from, FeedName to) {
        transactions.write(() -> {
            lifecycle.rename(from, to);
            ledger.rename(from.value(), to.value());
            named.rename(from.value(), to.value());
        });
        log.info("The feed {} is now called {}", from, to);
    }

    /** Whether there is, or has been, a feed of this name. */
    boolean isOrWas(FeedName name) {
        return feeds.definition(name).isPresent() || formerNames.holder(name).isPresent();
    }

    private boolean isAlive(FeedName name) {
        return feeds.find(name).filter(feed -> !feed.isRetired()).isPresent();
    }

    private static List<FeedName> others(FeedName feed, FeedDefinition definition) {
        return definition.formerly().stream().filter(name -> !name.equals(feed)).toList();
    }
}
