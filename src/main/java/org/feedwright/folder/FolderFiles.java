package org.feedwright.folder;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcLedger;
import org.springframework.stereotype.Component;

/** Tells the other ways in what belongs to the folder: the articles and feeds that its files say. */
@Component
public class FolderFiles {
    private final JdbcLedger ledger;

    FolderFiles(JdbcLedger ledger) {
        this.ledger = ledger;
    }

    /** Those of these articles that files hold, each with the path of its file. */
    public Map<ArticleId, String> of(Collection<ArticleId> articles) {
        return ledger.files(articles);
    }

    /** The path of the file that defines a feed; empty if the folder does not define it. */
    public Optional<String> definition(FeedName feed) {
        var path = FolderPath.definition(feed.value());
        return ledger.knows(path) ? Optional.of(path.toString()) : Optional.empty();
    }
}
