package org.feedwright.edition;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.entry.Entry;
import org.feedwright.http.ContentCoding;
import org.feedwright.text.Digest;

/**
 * A short memory of an edition: which entries it had, in their order, and which version of each; 16 bytes for each
 * entry.
 *
 * @param fingerprint the fingerprint of the whole document
 * @param ids a digest of each entry's id
 * @param versions a digest of everything that each entry said
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it, and lists would take several times the memory
public record PastEdition(String fingerprint, long[] ids, long[] versions) {

    public static PastEdition of(String fingerprint, List<Entry> entries) {
        return new PastEdition(
                fingerprint,
                entries.stream().mapToLong(entry -> digest(entry.id().value())).toArray(),
                entries.stream().mapToLong(entry -> digest(entry.toString())).toArray());
    }

    /**
     * The entries of a later edition, by their positions in it, that a reader of this edition lacks. Empty if adding
     * and replacing entries is not enough, because one was withdrawn, and if nothing would be saved, because every
     * entry is new.
     *
     * <p>An entry may be gone without having been withdrawn: the last ones make room for new ones.
     */
    Optional<Set<Integer>> lacking(PastEdition later) {
        var now = Arrays.stream(later.ids).boxed().collect(Collectors.toSet());
        var before = Arrays.stream(ids).boxed().collect(Collectors.toSet());
        var known = Arrays.stream(versions).boxed().collect(Collectors.toSet());
        long gone = before.stream().filter(id -> !now.contains(id)).count();
        long come = now.stream().filter(id -> !before.contains(id)).count();
        boolean onlyTheLastAreGone =
                Arrays.stream(ids, 0, ids.length - (int) gone).allMatch(now::contains);
        var lacking = IntStream.range(0, later.versions.length)
                .filter(i -> !known.contains(later.versions[i]))
                .boxed()
                .collect(Collectors.toSet());
        return gone <= come && onlyTheLastAreGone && lacking.size() < later.ids.length
                ? Optional.of(lacking)
                : Optional.empty();
    }

    /** Whether an entity tag, without its quotes, is this edition's, in whichever coding. */
    boolean hasTag(String tag) {
        for (var coding : ContentCoding.values()) {
            if (tag.equals(fingerprint + coding.suffix())) {
                return true;
            }
        }
        return false;
    }

    /** Whether both editions have the same versions of the same entries in the same order. */
    boolean hasTheEntriesOf(PastEdition other) {
        return Arrays.equals(ids, other.ids) && Arrays.equals(versions, other.versions);
    }

    /** The memory that this takes, in bytes. */
    int size() {
        return 100 + 16 * ids.length;
    }

    private static long digest(String text) {
        return ByteBuffer.wrap(Digest.of(text)).getLong();
    }
}
