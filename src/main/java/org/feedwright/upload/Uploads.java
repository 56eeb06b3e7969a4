package org.feedwright.upload;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.article.FeedName;
import org.feedwright.article.MediaFile;
import org.feedwright.article.Slug;
import org.feedwright.store.Transactions;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Finds the files that came through the API, and removes them. */
@Component
public class Uploads {
    private static final Pattern PATH = Pattern.compile("(" + UploadId.FORM + ")/(.+)", Pattern.DOTALL);

    private final JdbcUploads store;
    private final Transactions transactions;

    Uploads(JdbcUploads store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** The file that a name means in a feed. */
    public Optional<UploadedFile> find(FeedName feed, String name) {
        return store.current(feed, name);
    }

    /** The file that is served at a path of a feed; that may be one that its name does not mean any more. */
    public Optional<UploadedFile> at(FeedName feed, String path) {
        var form = PATH.matcher(path);
        return form.matches()
                ? finished(feed, form.group(1)).filter(file -> file.name().equals(form.group(2)))
                : Optional.empty();
    }

    /** A file by the id that its upload had. */
    public Optional<UploadedFile> finished(FeedName feed, String id) {
        return store.finished(id).filter(file -> file.feed().equals(feed));
    }

    /** Whether each of these files of an article is still the one that its name means. */
    public boolean areCurrent(FeedName feed, Collection<MediaFile> files) {
        return files.stream()
                .allMatch(file -> find(feed, file.written())
                        .filter(current -> current.path().equals(file.path()))
                        .isPresent());
    }

    /** A part of the files of a feed, by name. */
    public List<UploadedFile> list(FeedName feed, String after, int count) {
        return store.list(feed, after, count);
    }

    public Resource content(UploadedFile file) {
        return new UploadedContent(store, file);
    }

    /** Removes a file, of which the caller has made sure that no article has it. */
    public void remove(UploadedFile file) {
        transactions.write(() -> store.remove(file.id()));
    }

    /** The articles that have a file from before the one that its name means now. */
    public List<Slug> withEarlier(UploadedFile file) {
        return store.withEarlier(file.feed(), file.name());
    }

    /** Removes what the name meant before, unless an article has it. */
    public void removeEarlier(UploadedFile file) {
        transactions.write(() -> store.unused(file.feed(), file.name()).forEach(store::remove));
    }
}
