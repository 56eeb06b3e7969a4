package org.feedwright.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an editor does to the files of a {@link Sequence}; the service knows it once the folder has been looked at. */
final class FileActs {
    private final Sequence sequence;
    private final RandomGenerator random;
    private final @Nullable Path folder;
    private @Nullable Path heldBack;
    private int slugs;

    /** @param folder that of the feed; null where it has none */
    FileActs(Sequence sequence, RandomGenerator random, @Nullable Path folder) {
        this.sequence = sequence;
        this.random = random;
        this.folder = folder;
    }

    boolean isPossible() {
        return folder != null;
    }

    /** Whether a file that is held back has to go before anything else happens. */
    boolean isDue() {
        return heldBack != null;
    }

    String step(Instant now) {
        try {
            return change(now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String change(Instant now) throws IOException {
        var gone = heldBack;
        if (gone != null) {
            Files.delete(gone);
            heldBack = null;
            return "removed " + gone.getFileName();
        }
        var own = any(true, _ -> true);
        return switch (random.nextInt(7)) {
            case 0 -> own.isEmpty() ? save(newSlug(), now) : save(own.get().getKey(), now);
            case 1 -> own.isEmpty() ? save(newSlug(), now) : remove(own.get().getKey());
            case 2 -> own.isEmpty() ? save(newSlug(), now) : rename(own.get());
            case 3 -> wantTheAddressOfAnother(now);
            case 4 -> wantTheIdOfAnother(now);
            default -> save(newSlug(), now);
        };
    }

    static boolean isOfAFile(String slug) {
        return slug.contains("-f");
    }

    private Optional<Map.Entry<String, KnownArticle>> any(boolean areOfFiles, Predicate<KnownArticle> which) {
        var all = sequence.model.entrySet().stream()
                .filter(each -> isOfAFile(each.getKey()) == areOfFiles
                        && !each.getValue().id().isEmpty())
                .filter(each -> which.test(each.getValue()))
                .map(each -> Map.entry(each.getKey(), each.getValue())) // which stays as it is
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private String newSlug() {
        return sequence.name() + "-f" + slugs++;
    }

    /** Saves an article of a date, of a date ahead, or a draft, under a slug that is new or that of a file. */
    private String save(String slug, Instant now) throws IOException {
        String title = sequence.newTitle();
        int kind = random.nextInt(4);
        var published = kind == 1
                ? Instant.ofEpochSecond(
                        now.plus(Duration.ofMinutes(random.nextInt(1, 600))).getEpochSecond())
                : Instant.parse("2026-05-26T00:00:00Z");
        var before = sequence.model.get(slug);
        boolean wasSeen =
                before != null && before.wasSeen() && before.published().equals(published);
        write(file(slug), title, "published: " + published + "\n" + (kind == 0 ? "draft: true\n" : ""));
        sequence.model.put(
                slug, new KnownArticle(title, before == null ? "" : before.id(), kind == 0, published, now, wasSeen));
        return "saved " + slug + " " + title + " of " + published + (kind == 0 ? ", a draft" : "");
    }

    private Path file(String slug) {
        return requireNonNull(folder).resolve(slug + ".md");
    }

    /** As most editors save: beside it, then over it. */
    private static void write(Path file, String title, String front) throws IOException {
        Files.createDirectories(requireNonNull(file.getParent()));
        var beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(beside, "---\ntitle: " + title + "\n" + front + "---\nText " + title.length() + " x\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String remove(String slug) throws IOException {
        Files.delete(file(slug));
        sequence.model.remove(slug);
        return "removed " + slug;
    }

    private String rename(Map.Entry<String, KnownArticle> article) throws IOException {
        String slug = newSlug();
        Files.move(file(article.getKey()), file(slug), StandardCopyOption.ATOMIC_MOVE);
        sequence.model.remove(article.getKey());
        sequence.model.put(slug, article.getValue());
        return "renamed " + article.getKey() + " to " + slug;
    }

    /** Not of a withdrawn one, which leaves its address to others, and which whoever states its id brings back. */
    private String wantTheAddressOfAnother(Instant now) throws IOException {
        var other = any(false, known -> !known.isKeptBack());
        return other.isEmpty()
                ? save(newSlug(), now)
                : holdBack(file(other.get().getKey()), "published: 2026-05-26\n");
    }

    private String wantTheIdOfAnother(Instant now) throws IOException {
        var other = any(false, known -> !known.isKeptBack());
        return other.isEmpty()
                ? save(newSlug(), now)
                : holdBack(
                        file(newSlug()),
                        "published: 2026-05-26\nid: " + other.get().getValue().id() + "\n");
    }

    private String holdBack(Path file, String front) throws IOException {
        write(file, sequence.newTitle(), front);
        heldBack = file;
        return "saved " + file.getFileName() + ", which is to be held back: " + List.of(front.split("\n", -1));
    }
}
