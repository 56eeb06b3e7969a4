package org.feedwright.folder;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Taken;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.MovedFiles.PutOff;
import org.feedwright.folder.claim.AliasDisputes;
import org.feedwright.folder.claim.AliasDisputes.Claims;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.folder.reading.Reading;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.Publishing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores the articles that were read from files, each under the identity that it has, and notes in the ledger which
 * file holds which article. It runs in the transaction of its caller.
 */
@Component
class ArticleStorage {
    private final Articles articles;
    private final Publishing publishing;
    private final JdbcLedger ledger;
    private final ReferencedFiles named;
    private final AliasDisputes disputes;
    private final Transactions transactions;

    ArticleStorage(
            Articles articles,
            Publishing publishing,
            JdbcLedger ledger,
            ReferencedFiles named,
            AliasDisputes disputes,
            Transactions transactions) {
        this.articles = articles;
        this.publishing = publishing;
        this.ledger = ledger;
        this.named = named;
        this.disputes = disputes;
        this.transactions = transactions;
    }

    /**
     * Stores new articles together, which is many times faster than one by one.
     *
     * @return whether they are stored; else one of them has the id or the address of another article, and none is
     */
    boolean storeNew(List<Reading.Good> files) {
        var manuscripts = files.stream().map(file -> file.file().manuscript()).toList();
        return transactions.writeOrUndo(() -> {
            var stored = publishing.publishAll(manuscripts);
            stored.ifPresent(all -> note(files, all));
            return stored.isPresent();
        });
    }

    private void note(List<Reading.Good> files, List<Article> stored) {
        var claims = disputes.claims(files);
        ledger.note(IntStream.range(0, files.size())
                .mapToObj(i -> known(files.get(i), stored.get(i).id(), claims))
                .toList());
    }

    /**
     * Stores an article under the identity that it has, and gives it one only if it has none.
     *
     * @param before the file as it was known
     */
    void store(Reading.Good file, @Nullable KnownFile before, MovedFiles moved) {
        var article = articleOf(file, before, moved);
        ledger.note(known(file, article, disputes.claims(List.of(file))));
    }

    /** The identity that an article has already. */
    Optional<ArticleId> identity(Reading.Good file, @Nullable KnownFile before, MovedFiles moved) {
        return moved.origin(file.path())
                .or(() -> Optional.ofNullable(before).filter(known -> !moved.isClaimed(known.article())))
                .flatMap(known -> Optional.ofNullable(known.article()));
    }

    /**
     * Stores articles of which each gets the address that another one of them leaves: none could be the first.
     *
     * @return whether they are stored; else none is
     */
    boolean storeExchanged(List<PutOff> files, MovedFiles moved) {
        try {
            transactions.writeOrUndo(() -> {
                files.forEach(each -> identity(each.file(), each.known(), moved).ifPresent(publishing::withdraw));
                files.forEach(each -> store(each.file(), each.known(), moved));
                return true;
            });
            return true;
        } catch (Taken _) {
            return false;
        }
    }

    private ArticleId articleOf(Reading.Good file, @Nullable KnownFile before, MovedFiles moved) {
        var own = before == null || moved.isClaimed(before.article()) ? null : before.article();
        var origin = moved.claim(file, own == null ? null : before);
        var manuscript = file.file().manuscript();
        if (origin.isPresent()) {
            return moveHere(origin.get(), own, manuscript);
        }
        if (own == null) {
            return publishing.publish(manuscript).id();
        }
        return hasIdOf(own, manuscript) ? publishing.revise(own, manuscript).id() : replace(own, manuscript);
    }

    private boolean hasIdOf(ArticleId article, Manuscript manuscript) {
        var stated = manuscript.statedId();
        return stated == null || articles.find(article).filter(stated::means).isPresent();
    }

    private ArticleId moveHere(KnownFile origin, @Nullable ArticleId own, Manuscript manuscript) {
        var id = Objects.requireNonNull(origin.article());
        return transactions.writeOrUndo(() -> {
            // The article of this file is gone, unless another file turns out to hold it, which then brings it back.
            Optional.ofNullable(own).ifPresent(publishing::withdraw);
            ledger.forget(origin);
            named.forget(origin.path());
            return publishing.revise(id, manuscript).id();
        });
    }

    private ArticleId replace(ArticleId before, Manuscript manuscript) {
        return transactions.writeOrUndo(() -> {
            publishing.withdraw(before);
            return publishing.publish(manuscript).id();
        });
    }

    private KnownFile known(Reading.Good file, ArticleId article, Claims claims) {
        var warnings = Stream.concat(file.file().warnings().stream(), disputes.of(file, article, claims).stream())
                .sorted(Problem.IN_ORDER)
                .toList();
        return new KnownFile(file.path(), article, file.stamp(), file.digest(), warnings);
    }
}
