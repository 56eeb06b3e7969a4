package org.feedwright.folder;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The folder's files in the {@link Quarantine}, and what readers may be told of them. */
@Component
class HeldFiles {
    /** Stands for the folder of feeds itself. */
    static final String ROOT = ".";

    private final Quarantine quarantine;
    private final JdbcLedger ledger;
    private final Articles articles;
    private final OtherWaysIn others;
    private final InstantSource clock;

    HeldFiles(Quarantine quarantine, JdbcLedger ledger, Articles articles, OtherWaysIn others, InstantSource clock) {
        this.quarantine = quarantine;
        this.ledger = ledger;
        this.articles = articles;
        this.others = others;
        this.clock = clock;
    }

    /** The feeds' folders that are held back, or have a file that is. */
    Set<String> directories() {
        var directories = new TreeSet<>(quarantine.feeds());
        directories.remove(ROOT);
        return directories;
    }

    /** The feeds' folders whose definition has a problem. */
    Set<String> undefined() {
        var directories = directories();
        directories.removeIf(directory -> !has(FolderPath.definition(directory)));
        return directories;
    }

    /** Whether a feed's folder, or a file in it, is held back. */
    boolean concerns(String directory) {
        return quarantine.concerns(directory);
    }

    /** The files of one feed's folder that are held back. */
    List<FolderPath> in(String directory) {
        return quarantine.sources(directory).stream().map(FolderPath::of).toList();
    }

    boolean has(FolderPath file) {
        return quarantine.holds(file.toString());
    }

    /** Holds back a whole folder, a feed's or {@link #ROOT}. */
    void hold(String directory, String wrong, String remedy) {
        quarantine.hold(directory, List.of(new Problem(directory, 0, wrong, remedy)));
    }

    void releaseRoot() {
        quarantine.release(ROOT);
    }

    /** Holds a feed's definition back if it has problems, and releases it if it has none. */
    void holdOrRelease(FolderPath definition, List<Problem> problems) {
        if (problems.isEmpty()) {
            release(definition);
        } else {
            quarantine.hold(definition.toString(), problems);
        }
    }

    /** Holds back a file that cannot be published as it is. */
    void hold(Reading.Bad file, @Nullable KnownFile known) {
        quarantine.hold(file.path().toString(), file.problems(), isSecret(known, file.isSecret()));
    }

    /** Holds back a file whose id is that of another article. */
    void holdForId(Reading.Good file, @Nullable KnownFile known, Article holder) {
        boolean isStated = file.file().manuscript().statedId() != null;
        hold(
                file,
                known,
                holder,
                file.file().idLine(),
                isStated ? "its id is that of " : ArticleFile.SECOND_LINK,
                isStated ? ArticleFile.OTHER_ID : ArticleFile.OTHER_LINK);
    }

    /** Holds back a file whose address would be that of another article. */
    void holdForAddress(Reading.Good file, @Nullable KnownFile known, Article holder) {
        hold(file, known, holder, 0, "its address would be that of ", ArticleFile.RENAME);
    }

    private void hold(
            Reading.Good file, @Nullable KnownFile known, Article holder, int line, String wrong, String remedy) {
        if (ledger.article(file.path()).equals(Optional.of(holder.id()))) {
            release(file.path()); // another node has stored this very file meanwhile
            return;
        }
        String path = file.path().toString();
        var problem = new Problem(path, line, wrong + named(holder), remedy);
        quarantine.hold(path, List.of(problem), isSecret(known, isSecret(file)));
    }

    /** Forgets all of them: the next look finds them again. */
    void forget() {
        quarantine.replace(Map.of());
    }

    void release(FolderPath file) {
        quarantine.release(file.toString());
    }

    /** Whether a file tells that its article is not to be out yet. */
    boolean isSecret(Reading.Good file) {
        var manuscript = file.file().manuscript();
        return manuscript.draft() || manuscript.published().toInstant().isAfter(clock.instant());
    }

    /** An article that readers have seen is no secret any more, and one that they have not seen stays one. */
    private boolean isSecret(@Nullable KnownFile known, boolean byTheFile) {
        if (known == null || known.article() == null) {
            return byTheFile;
        }
        return articles.find(known.article())
                .map(article -> !article.hasBeenSeen(clock.instant()))
                .orElse(byTheFile);
    }

    /** An article that readers cannot see yet is not named: everyone can read why a file is held back. */
    private String named(Article article) {
        return article.hasBeenSeen(clock.instant())
                ? "the article " + article.feed() + "/" + article.slug()
                        + ledger.file(article.id())
                                .map(file -> " (" + file + ")")
                                .orElseGet(() -> others.wrote(article.id()) ? " (published through the API)" : "")
                : "an article that is not out yet";
    }
}
