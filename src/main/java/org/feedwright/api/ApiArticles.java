package org.feedwright.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feedwright.access.Scopes;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.article.MediaFile;
import org.feedwright.article.Slug;
import org.feedwright.article.Taken;
import org.feedwright.feed.Feed;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.folder.FolderFiles;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.Publishing;
import org.feedwright.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes, revises and withdraws the articles of the API. What a request says is read before the transaction begins,
 * by the state that was found then; in the transaction it is looked whether that state still holds, and otherwise
 * everything begins again. With an {@code Idempotency-Key}, all of it is within the key's transaction.
 */
@Component
public class ApiArticles {
    private static final int ATTEMPTS = 5;

    private final JdbcApiArticles store;
    private final JdbcFeeds locks;
    private final KnownFeeds feeds;
    private final FolderFiles files;
    private final RequestReader reader;
    private final Publishing publishing;
    private final Uploads uploads;
    private final Transactions transactions;

    ApiArticles(
            JdbcApiArticles store,
            JdbcFeeds locks,
            KnownFeeds feeds,
            FolderFiles files,
            RequestReader reader,
            Publishing publishing,
            Uploads uploads,
            Transactions transactions) {
        this.store = store;
        this.locks = locks;
        this.feeds = feeds;
        this.files = files;
        this.reader = reader;
        this.publishing = publishing;
        this.uploads = uploads;
        this.transactions = transactions;
    }

    /**
     * A change of what is at one address.
     *
     * @param pointer where in the request it stands; {@link FieldNote#WHOLE} if it is the request
     * @param source says what is to be written, from what is there; it may refuse
     */
    record Change(String pointer, Function<Optional<Held>, ObjectNode> source) {
        /** A change that is all of its request. */
        static Change whole(Function<Optional<Held>, ObjectNode> source) {
            return new Change(FieldNote.WHOLE, source);
        }
    }

    /** An article as it was written, and whether nothing was there before. */
    public record Written(Held held, boolean isNew) {}

    /** What is to be written at one address. */
    private record Step(Slug slug, Optional<Held> before, ReadArticle read) {
        Manuscript manuscript(Feed feed) {
            return read.file().within(feed.id()).manuscript();
        }

        /** The uploaded files that come with it. */
        List<MediaFile> files() {
            return read.file().manuscript().text().media();
        }

        /** Whether it is new, and claims no identity. */
        boolean isPlain() {
            var manuscript = read.file().manuscript();
            return before.isEmpty() && manuscript.statedId() == null && manuscript.withdrawal() == null;
        }

        Written written(Article article) {
            var held = new Held(article, Json.write(read.source()), Json.write(read.warnings()), null);
            return new Written(held, before.isEmpty());
        }
    }

    public Optional<Held> find(FeedName feed, Slug slug) {
        return Optional.ofNullable(store.find(feed, List.of(slug)).get(slug));
    }

    List<Held> list(FeedName feed, String after, int count) {
        return store.list(feed, after, count);
    }

    /** The articles of these feeds that came through the API and were not withdrawn, newest first. */
    public List<Held> newest(List<FeedName> feeds, int offset, int count) {
        return feeds.isEmpty() ? List.of() : store.newest(feeds, offset, count);
    }

    /** Writes an article, if it is not refused. */
    public Written write(Scopes scopes, FeedName feed, Slug slug, Function<Optional<Held>, ObjectNode> source) {
        return write(scopes, feed, Map.of(slug, Change.whole(source))).getFirst();
    }

    /**
     * Writes several articles of a feed, or none of them.
     *
     * @param scopes what whoever writes them may do in other feeds
     */
    List<Written> write(Scopes scopes, FeedName name, Map<Slug, Change> changes) {
        return write(scopes, name, changes, transactions::write);
    }

    /** What {@link #write} would store: all of it is done, and undone at the end, so that nobody sees anything of it. */
    Held preview(Scopes scopes, FeedName name, Slug slug, ObjectNode source) {
        return write(scopes, name, Map.of(slug, Change.whole(_ -> source)), this::undone)
                .getFirst()
                .held();
    }

    private Optional<List<Written>> undone(Supplier<Optional<List<Written>>> work) {
        return transactions.writeOrUndo(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    /** @param how runs work that writes, in a transaction, and gives what it wrote; empty if it is to begin again */
    private List<Written> write(
            Scopes scopes,
            FeedName name,
            Map<Slug, Change> changes,
            Function<Supplier<Optional<List<Written>>>, Optional<List<Written>>> how) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var feed = feeds.findOpen(name);
            var before = store.find(name, changes.keySet());
            var steps = steps(feed, before, changes);
            var written = how.apply(() -> isAsBefore(feed, before, steps, changes.keySet())
                    ? Optional.of(store(scopes, feed, steps))
                    : Optional.<List<Written>>empty());
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw Refusal.ofOthers();
    }

    /** Reads an article again as it was written, with the files that there are now. */
    public void readAgain(Scopes scopes, FeedName feed, Slug slug) {
        write(scopes, feed, slug, before -> before.map(Held::written).orElseThrow(Refusal::ofOthers));
    }

    private List<Step> steps(Feed feed, Map<Slug, Held> before, Map<Slug, Change> changes) {
        var steps = new ArrayList<Step>();
        var errors = new ArrayList<FieldNote>();
        changes.forEach((slug, change) -> {
            try {
                steps.add(step(feed, slug, Optional.ofNullable(before.get(slug)), change));
            } catch (Refusal e) {
                if (change.pointer().equals(FieldNote.WHOLE) || e.errors().isEmpty()) {
                    throw e;
                }
                e.errors().forEach(note -> errors.add(note.within(change.pointer())));
            }
        });
        if (!errors.isEmpty()) {
            throw Refusal.ofContent(errors, List.of());
        }
        return steps;
    }

    private Step step(Feed feed, Slug slug, Optional<Held> before, Change change) {
        before.ifPresent(Held::refuseIfOfTheFolder);
        var written = change.source().apply(before);
        var article = before.map(Held::article).orElse(null);
        return new Step(slug, before, reader.article(feed.name(), feed.definition(), slug, written, article));
    }

    /** Locks the feed, and looks whether it, the articles and their files are as they were. */
    private boolean isAsBefore(Feed feed, Map<Slug, Held> before, List<Step> steps, Collection<Slug> slugs) {
        locks.hold(feed.name());
        return feeds.findOpen(feed.name()).definition().equals(feed.definition())
                && store.find(feed.name(), slugs).equals(before)
                && steps.stream().allMatch(step -> uploads.areCurrent(feed.name(), step.files()));
    }

    private List<Written> store(Scopes scopes, Feed feed, List<Step> steps) {
        var articles = new LinkedHashMap<Slug, Article>();
        storeTogether(feed, steps.stream().filter(Step::isPlain).toList(), articles);
        for (var step : steps) {
            articles.computeIfAbsent(step.slug(), _ -> store(scopes, feed, step));
        }
        var written = steps.stream()
                .map(step -> step.written(Objects.requireNonNull(articles.get(step.slug()))))
                .toList();
        store.note(written.stream().map(Written::held).toList());
        return written;
    }

    /** New articles that claim nothing are stored together, which is many times faster. */
    private void storeTogether(Feed feed, List<Step> plain, Map<Slug, Article> articles) {
        if (plain.size() > 1) {
            publishing
                    .publishAll(
                            plain.stream().map(step -> step.manuscript(feed)).toList())
                    .ifPresent(all -> all.forEach(article -> articles.put(article.slug(), article)));
        }
    }

    private Article store(Scopes scopes, Feed feed, Step step) {
        var manuscript = step.manuscript(feed);
        try {
            return refuseHeldByFile(step.before()
                    .map(held -> revise(held.article(), manuscript))
                    .orElseGet(() -> publish(scopes, manuscript)));
        } catch (Taken.IdTaken _) {
            throw idTaken();
        } catch (Taken.SlugTaken _) {
            throw Refusal.ofOthers();
        }
    }

    private static Refusal idTaken() {
        return Refusal.of(409, "#/id", "another article has this id", "leave it out, or state another one");
    }

    /** Publishes an article. An id that it states may bring one back from another feed, which then loses it. */
    private Article publish(Scopes scopes, Manuscript manuscript) {
        var id = manuscript.id();
        if (id != null
                && store.feed(id).filter(feed -> !scopes.mayPublish(feed)).isPresent()) {
            throw idTaken();
        }
        return publishing.publish(manuscript);
    }

    private Article revise(Article before, Manuscript manuscript) {
        var stated = manuscript.statedId();
        if (stated != null && !stated.means(before)) {
            throw Refusal.of(
                    409,
                    "#/id",
                    "the article has another id, and an id is for ever",
                    "state '" + (before.statedId() == null ? before.id() : before.statedId())
                            + "', or none; or withdraw the article, and publish another one");
        }
        var after = publishing.revise(before.id(), manuscript);
        if (!after.id().equals(before.id())) {
            store.forget(before.id());
        }
        return after;
    }

    /** A withdrawn article whose file is still there is brought back there. */
    private Article refuseHeldByFile(Article article) {
        String file = files.of(List.of(article.id())).get(article.id());
        if (file != null) {
            throw Refusal.ofTheFolder(file);
        }
        return article;
    }

    /**
     * Takes an article back, which then leaves its address to others, and says whether there was one.
     *
     * @param check may refuse it by the state that it has
     */
    boolean withdraw(FeedName feed, Slug slug, @Nullable String reason, Consumer<Held> check) {
        return transactions.write(() -> {
            locks.hold(feed);
            var held = find(feed, slug);
            held.ifPresent(article -> {
                article.refuseIfOfTheFolder();
                check.accept(article);
                publishing.withdraw(article.article().id(), reason);
                store.forget(article.article().id());
            });
            return held.isPresent();
        });
    }
}
