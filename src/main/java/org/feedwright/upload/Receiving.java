package org.feedwright.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.feedwright.article.FeedName;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.store.Transactions;
import org.feedwright.text.Digest;
import org.feedwright.upload.JdbcUploads.Part;
import org.feedwright.upload.UploadRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Receives files. What has come is stored a megabyte at a time; a file is there once all of it is, in one
 * transaction, and until then nobody but whoever sends it knows of it.
 */
@Component
@EnableConfigurationProperties(UploadSettings.class)
public class Receiving {
    private static final Logger log = LoggerFactory.getLogger(Receiving.class);

    private static final int STORED_AT_ONCE = 1 << 20; // bytes
    private static final int PART = 1 << 16; // bytes

    private final JdbcUploads store;
    private final JdbcUnfinishedUploads unfinished;
    private final JdbcFeeds locks;
    private final UploadSettings settings;
    private final Transactions transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Receiving(
            JdbcUploads store,
            JdbcUnfinishedUploads unfinished,
            JdbcFeeds locks,
            UploadSettings settings,
            Transactions transactions,
            InstantSource clock) {
        this.store = store;
        this.unfinished = unfinished;
        this.locks = locks;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A file that is complete.
     *
     * @param isNew whether its name meant no file before
     */
    public record Kept(UploadedFile file, boolean isNew) {}

    /** The most bytes that a file may have. */
    public long largest() {
        return settings.maxFileSize().toBytes();
    }

    /** How long an unfinished upload is kept after its last bytes, in seconds. */
    public long patience() {
        return settings.unfinishedFor().toSeconds();
    }

    /**
     * Begins an upload.
     *
     * @param name as {@link UploadName} gives it
     * @param total the bytes that are to come in all; null where that is not known
     */
    private UnfinishedUpload begin(FeedName feed, String name, @Nullable Long total) {
        if (total != null && total > largest()) {
            throw UploadRefused.tooLarge(largest());
        }
        var now = clock.instant();
        unfinished.abandoned(now.minus(settings.unfinishedFor())).forEach(this::remove);
        var upload = new UnfinishedUpload(UploadId.next(random), feed, name, 0, total);
        transactions.write(() -> {
            if (unfinished.count() >= settings.maxUnfinished()) {
                throw new UploadRefused(
                        Reason.TOO_MANY,
                        "As many uploads are unfinished as feedwright.uploads.max-unfinished allows. Finish or end one,"
                                + " or try again later.");
            }
            unfinished.begin(upload, now);
        });
        return upload;
    }

    /** An upload that is not finished. */
    public Optional<UnfinishedUpload> unfinished(FeedName feed, String id) {
        return unfinished.find(id).filter(upload -> upload.feed().equals(feed));
    }

    /**
     * Stores what comes, at the end of what has come. Where the connection breaks, the upload can go on from what was
     * stored.
     *
     * @param total the bytes that are to come in all, if the sender knows it by now
     */
    public UnfinishedUpload append(UnfinishedUpload upload, @Nullable Long total, InputStream content)
            throws IOException {
        Long announced = upload.total();
        if (announced != null && total != null && !announced.equals(total)) {
            throw new UploadRefused(
                    Reason.LENGTH,
                    "The content would end at byte " + total + ", and " + announced
                            + " were announced. Send as much, or begin another upload.");
        }
        var at = upload.of(total);
        refuseTooMany(at);
        byte[] buffer = new byte[STORED_AT_ONCE];
        int read = content.readNBytes(buffer, 0, buffer.length);
        while (read > 0) {
            at = stored(at, buffer, read);
            read = content.readNBytes(buffer, 0, buffer.length);
        }
        return at;
    }

    private UnfinishedUpload stored(UnfinishedUpload upload, byte[] bytes, int count) {
        var after = upload.at(upload.offset() + count);
        refuseTooMany(after);
        var parts = new ArrayList<Part>();
        for (int at = 0; at < count; at += PART) {
            parts.add(new Part(upload.offset() + at, Arrays.copyOfRange(bytes, at, Math.min(at + PART, count))));
        }
        boolean isStored = transactions.write(() -> unfinished.append(upload, parts, after.offset(), clock.instant()));
        if (!isStored) {
            throw unfinished
                    .find(upload.id())
                    .map(other -> UploadRefused.offset(other.offset()))
                    .orElseGet(UploadRefused::ended);
        }
        return after;
    }

    private void refuseTooMany(UnfinishedUpload upload) {
        Long total = upload.total();
        if (upload.offset() > largest() || (total != null && total > largest())) {
            throw UploadRefused.tooLarge(largest());
        }
        if (total != null && upload.offset() > total) {
            throw differs(upload, total);
        }
    }

    private static UploadRefused differs(UnfinishedUpload upload, long total) {
        return new UploadRefused(
                Reason.LENGTH,
                upload.offset() + " bytes came, and " + total + " were announced. Begin another upload.");
    }

    /**
     * Receives a file, or its first part. Where that is cut off or refused, nothing is kept: its sender has not been told
     * where to go on.
     *
     * @return the upload, to be finished
     */
    public UnfinishedUpload receive(FeedName feed, String name, @Nullable Long total, InputStream content)
            throws IOException {
        var upload = begin(feed, name, total);
        boolean isWhole = false;
        try {
            var received = append(upload, total, content);
            isWhole = true;
            return received;
        } finally {
            if (!isWhole) {
                discard(upload);
            }
        }
    }

    /**
     * Makes files of uploads, all of them or none; what is refused is not kept.
     *
     * @param check may refuse by the file that the name means so far
     */
    public List<Kept> finish(List<UnfinishedUpload> uploads, Consumer<Optional<UploadedFile>> check)
            throws IOException {
        boolean isDone = false;
        try {
            var digests = new ArrayList<String>();
            for (var upload : uploads) {
                digests.add(digest(upload));
            }
            var kept = transactions.write(() -> {
                var files = new ArrayList<Kept>();
                for (int i = 0; i < uploads.size(); i++) {
                    files.add(keep(uploads.get(i), digests.get(i), check));
                }
                return files;
            });
            isDone = true;
            return kept;
        } finally {
            if (!isDone) {
                uploads.forEach(this::discard);
            }
        }
    }

    private String digest(UnfinishedUpload upload) throws IOException {
        Long total = upload.total();
        if (total != null && upload.offset() != total) {
            throw differs(upload, total);
        }
        if (upload.offset() == 0) {
            throw new UploadRefused(Reason.EMPTY, "The file '" + upload.name() + "' has no content. Send its bytes.");
        }
        var digest = Digest.ofParts();
        byte[] buffer = new byte[PART];
        try (var bytes = new UploadedBytes(store, upload.id(), upload.offset())) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Kept keep(UnfinishedUpload upload, String digest, Consumer<Optional<UploadedFile>> check) {
        locks.hold(upload.feed());
        var before = store.current(upload.feed(), upload.name());
        check.accept(before);
        var same = before.filter(file -> file.digest().equals(digest));
        if (same.isPresent()) {
            unfinished.remove(upload.id()); // unless another request has made the file of this very upload
            return new Kept(same.get(), false);
        }
        if (!unfinished.finish(upload, digest, clock.instant())) {
            throw UploadRefused.ended();
        }
        return new Kept(store.finished(upload.id()).orElseThrow(), before.isEmpty());
    }

    /**
     * Gives an upload up.
     *
     * @return whether it was still unfinished
     */
    public boolean cancel(UnfinishedUpload upload) {
        return remove(upload.id());
    }

    private boolean remove(String id) {
        return transactions.write(() -> unfinished.remove(id));
    }

    /**
     * Removes what cannot be finished, and no file that another request has made of it. Where even that fails, it is
     * removed after a while.
     */
    private void discard(UnfinishedUpload upload) {
        try {
            remove(upload.id());
        } catch (DataAccessException | TransactionException e) {
            log.debug("An upload could not be removed yet", e);
        }
    }
}
