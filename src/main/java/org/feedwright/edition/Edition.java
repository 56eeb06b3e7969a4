package org.feedwright.edition;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.Compression.Effort;
import org.feedwright.http.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is at one time, in every coding. Of all editions of a document, at all times and on all nodes, two
 * have the same tags exactly when they have the same bytes.
 */
public final class Edition implements EditionLookup {
    private static final int OVERHEAD = 4096;

    private final FeedFormat format;
    private final String self;
    private final List<String> hubs;
    private final Map<String, String> archives;
    private final Instant modified;
    private final @Nullable Instant next;
    private final long revision;
    private final Duration patience;
    private final PastEdition contents;
    private final EncodedBody bodies;
    private final Map<ContentCoding, String> tags = new EnumMap<>(ContentCoding.class);
    private final ConcurrentHashMap<String, EncodedBody> deltas = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Object> attachment = new AtomicReference<>();
    private volatile List<PastEdition> past = List.of();

    /**
     * @param revision the feed's revision when the store was read
     * @param rhythm how long readers may wait between polls, where the feed does not say
     * @param contents the document's entries, under its own fingerprint
     */
    public Edition(FeedDocument document, long revision, Duration rhythm, PastEdition contents) {
        this.format = document.format();
        this.self = document.self();
        this.hubs = document.hubs();
        this.archives = document.archives();
        this.modified = document.modified();
        this.next = document.next();
        this.revision = revision;
        this.patience = document.ttl() != null ? document.ttl() : rhythm;
        this.contents = contents;
        this.bodies = new EncodedBody(document.bytes(), Effort.of(document));
        codings().forEach(coding -> tags.put(coding, contents.fingerprint() + coding.suffix()));
    }

    public FeedFormat format() {
        return format;
    }

    /** The document's own address. */
    public String self() {
        return self;
    }

    public List<String> hubs() {
        return hubs;
    }

    /** The addresses of the document's neighbours in the history, by relation (RFC 5005 §4). */
    public Map<String, String> archives() {
        return archives;
    }

    PastEdition contents() {
        return contents;
    }

    /** The revision of the feed that the edition shows, at least. */
    long revision() {
        return revision;
    }

    /** How long readers may wait between polls: the feed's {@code ttl}, or else its rhythm. */
    public Duration patience() {
        return patience;
    }

    public Set<ContentCoding> codings() {
        return EncodedBody.codings();
    }

    /** Whether the document is compressed in this coding already. */
    public boolean isAtHand(ContentCoding coding) {
        return bodies.isAtHand(coding);
    }

    /** The document in this coding, compressed if need be. */
    public ByteBuffer body(ContentCoding coding) {
        return bodies.in(coding);
    }

    /** The bytes of the document without a coding. */
    public int length() {
        return bodies.length();
    }

    /** The entity tag of a coding, without its quotes; always strong (RFC 9110 §8.8.3). */
    public String tag(ContentCoding coding) {
        return Objects.requireNonNull(tags.get(coding));
    }

    /** The coding that an entity tag belongs to; empty if it is no tag of this edition. */
    public Optional<ContentCoding> codingOf(String tag) {
        for (var own : tags.entrySet()) {
            if (own.getValue().equals(tag)) {
                return Optional.of(own.getKey());
            }
        }
        return Optional.empty();
    }

    /** The full second after the document's last change. */
    public Instant modified() {
        return modified;
    }

    /** When a scheduled article changes the document; null if none will. */
    @Nullable
    public Instant next() {
        return next;
    }

    /** Whether no scheduled article has appeared since the edition was made. */
    boolean isCurrent(Instant now) {
        return next == null || now.isBefore(next);
    }

    /** Sets the editions before this one, the newest first. */
    void follow(List<PastEdition> past) {
        this.past = past;
    }

    List<PastEdition> past() {
        return past;
    }

    /**
     * The past edition that one of the tags names, if the changes since can be sent alone. JSON Feed has no deltas,
     * because the {@code feed} instance manipulation exists for XML.
     */
    public Optional<PastEdition> base(Collection<String> tags) {
        if (format == FeedFormat.JSON) {
            return Optional.empty();
        }
        return past.stream()
                .filter(edition -> tags.stream().anyMatch(edition::hasTag))
                .findFirst()
                .filter(edition -> edition.lacking(contents).isPresent());
    }

    /** The delta since a past edition; null if it has not been made. */
    @Nullable
    public EncodedBody delta(PastEdition base) {
        return deltas.get(base.fingerprint());
    }

    /** The delta since a past edition, made once; empty if it cannot be made. */
    public Optional<EncodedBody> delta(PastEdition base, Supplier<Optional<EncodedBody>> maker) {
        return Optional.ofNullable(
                deltas.computeIfAbsent(base.fingerprint(), _ -> maker.get().orElse(null)));
    }

    /** A place where one user of editions keeps what it has made of this one, for as long as the edition lasts. */
    public AtomicReference<@Nullable Object> attachment() {
        return attachment;
    }

    /** The memory that the edition takes, in bytes, roughly. */
    long size() {
        return OVERHEAD
                + bodies.size()
                + past.stream().mapToLong(PastEdition::size).sum()
                + deltas.values().stream().mapToLong(EncodedBody::size).sum();
    }
}
