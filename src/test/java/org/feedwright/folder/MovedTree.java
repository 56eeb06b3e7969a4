package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.authoring.ArticleName;
import org.feedwright.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The folders of two feeds, in which articles are written, edited, moved and removed, and what readers must find of
 * them: it is computed from what was done, not from what is stored. Several things happen between two looks.
 *
 * <p>Left out is what nobody could tell: a file that is edited and moved while another new one takes its name.
 */
final class MovedTree {
    private static final List<String> FOLDERS = List.of("2025", "2026", "notes", "deep");
    private static final List<String> SLUGS = List.of("ash", "beech", "cedar", "elm", "fir", "larch", "oak", "yew");
    private static final List<String> ENDINGS = List.of("md", "markdown", "html", "txt");
    private static final int DEEPEST = 3;
    private static final int MOST_TAKEN_BACK = 4; // more would have to be confirmed

    private final RunningFolder service;
    private final List<String> feeds;
    private final RandomGenerator random;
    private final List<Written> all = new ArrayList<>();
    private final Set<ArticleId> ids = new HashSet<>();
    private final Map<Address, ArticleId> left = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    /** The paths of the articles at the last look, and the addresses that nothing unknown may take before the next. */
    private final Set<Place> before = new HashSet<>();

    private final Set<Address> kept = new HashSet<>();

    /** Where files were edited: another one that took their place would be taken for them. */
    private final Set<Place> rewritten = new HashSet<>();

    private final Set<Written> edited = new HashSet<>();
    private final Set<Written> moved = new HashSet<>();
    private int takenBack;

    MovedTree(RunningFolder service, String name, RandomGenerator random) throws IOException {
        this.service = service;
        this.random = random;
        this.feeds = List.of(name + "-a", name + "-b");
        for (String feed : feeds) {
            service.feed(feed, "window: 500");
        }
    }

    private record Place(String feed, String path) {
        boolean isKeptBack() {
            return path.startsWith("_") || path.contains("/_");
        }

        String slug() {
            return ArticleName.slug(path);
        }

        String folder() {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        String name() {
            return path.substring(folder().length());
        }

        String ending() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        boolean isBundle() {
            return name().startsWith("index.");
        }
    }

    private record Address(String feed, String slug) {
        static Address of(Place place) {
            return new Address(place.feed(), place.slug());
        }
    }

    /** An article as its author has it. */
    private static final class Written {
        private final int number;
        private final @Nullable String statedId;
        private int version;
        private @Nullable Place place;
        private @Nullable Place shownAt;
        private @Nullable ArticleId id;
        private @Nullable Instant updated;
        private int shownVersion;

        Written(int number, @Nullable String statedId) {
            this.number = number;
            this.statedId = statedId;
        }

        String title() {
            return "Article " + number;
        }

        String body() {
            return "Words " + number + " in version " + version + ".";
        }

        String text() {
            return statedId == null ? article(title(), body()) : article(title(), body(), "id: " + statedId);
        }

        boolean isLive() {
            return place != null && !place.isKeptBack();
        }

        Place at() {
            return Objects.requireNonNull(place);
        }
    }

    /** Does a few things, and says what. */
    void happen() throws IOException {
        begin();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> write();
                case 3 -> edit();
                case 4, 5, 6 -> moveOne();
                case 7 -> turn();
                case 8 -> moveFolder();
                case 9 -> swap();
                case 10 -> takeBack();
                default -> bringBack();
            }
        }
    }

    private void begin() {
        before.clear();
        live().forEach(each -> before.add(each.at()));
        kept.clear();
        rewritten.clear();
        edited.clear();
        moved.clear();
        takenBack = 0;
        told.add("— a look —");
    }

    private Stream<Written> live() {
        return all.stream().filter(Written::isLive);
    }

    private List<Written> unedited() {
        return live().filter(each -> !edited.contains(each)).toList();
    }

    private <T> @Nullable T any(Collection<T> some) {
        return some.isEmpty() ? null : List.copyOf(some).get(random.nextInt(some.size()));
    }

    private void write() throws IOException {
        var place = freePlace(feed(), ENDINGS.get(random.nextInt(ENDINGS.size())), this::isFreeForUnknown);
        if (place != null) {
            int number = all.size();
            String statedId = random.nextInt(4) == 0 ? "urn:x:" + feeds.getFirst() + ":" + number : null;
            var written = new Written(number, statedId);
            written.place = place;
            all.add(written);
            edited.add(written);
            save(file(place), written.text());
            told.add("write " + number + " as " + place);
        }
    }

    private void edit() throws IOException {
        var written =
                any(unedited().stream().filter(each -> !moved.contains(each)).toList());
        if (written != null) {
            written.version++;
            edited.add(written);
            kept.add(Address.of(written.at()));
            rewritten.add(written.at());
            save(file(written.at()), written.text());
            told.add("edit " + written.number);
        }
    }

    private void moveOne() throws IOException {
        var written = any(live().toList());
        if (written != null) {
            boolean isIntact = !edited.contains(written);
            String feed =
                    isIntact && random.nextInt(4) == 0 ? feed() : written.at().feed();
            to(written, freePlace(feed, written.at().ending(), place -> isFree(place, written, isIntact)));
        }
    }

    /** A bundle becomes a flat file, and a flat file a bundle. */
    private void turn() throws IOException {
        var written = any(unedited());
        if (written != null) {
            var at = written.at();
            var place = new Place(
                    at.feed(),
                    at.isBundle()
                            ? at.folder().substring(0, at.folder().length() - 1) + "." + at.ending()
                            : at.path().substring(0, at.path().lastIndexOf('.')) + "/index." + at.ending());
            to(written, isFree(place, written, true) ? place : null);
        }
    }

    private void to(Written written, @Nullable Place place) throws IOException {
        if (place != null && !place.equals(written.at())) {
            told.add("move " + written.number + " to " + place);
            move(file(written.at()), file(place));
            written.place = place;
            moved.add(written);
        }
    }

    private void moveFolder() throws IOException {
        String feed = feed();
        var folders = new TreeSet<String>();
        live().map(Written::at).filter(at -> at.feed().equals(feed)).forEach(at -> {
            for (int slash = at.path().indexOf('/');
                    slash > 0;
                    slash = at.path().indexOf('/', slash + 1)) {
                folders.add(at.path().substring(0, slash));
            }
        });
        String from = any(folders);
        if (from == null || all.stream().anyMatch(each -> isWithin(each, feed, from) && !isMovable(each))) {
            return;
        }
        boolean isBundle = live().anyMatch(each -> each.at().feed().equals(feed)
                && each.at().isBundle()
                && each.at().folder().equals(from + "/"));
        String target = random.nextInt(3) == 0 ? feed() : feed;
        String name = isBundle ? SLUGS.get(random.nextInt(SLUGS.size())) : FOLDERS.get(random.nextInt(FOLDERS.size()));
        String to = folder() + name;
        boolean isInItself = target.equals(feed) && (to + "/").startsWith(from + "/");
        if (isInItself || Files.exists(path(new Place(target, to))) || !areFree(feed, from, target, to)) {
            return;
        }
        told.add("move the folder " + feed + "/" + from + " to " + target + "/" + to);
        Files.createDirectories(path(new Place(target, to)).getParent());
        move(path(new Place(feed, from)), path(new Place(target, to)));
        for (var each : all) {
            if (isWithin(each, feed, from)) {
                each.place = new Place(target, to + each.at().path().substring(from.length()));
                moved.add(each);
            }
        }
    }

    private boolean isMovable(Written written) {
        return written.isLive() && !edited.contains(written);
    }

    private static boolean isWithin(Written written, String feed, String folder) {
        return written.place != null
                && written.at().feed().equals(feed)
                && written.at().path().startsWith(folder + "/");
    }

    /** Whether no article in a folder would meet another one's address where the folder is to go. */
    private boolean areFree(String feed, String from, String target, String to) {
        return all.stream()
                .filter(each -> isWithin(each, feed, from))
                .allMatch(each ->
                        isFree(new Place(target, to + each.at().path().substring(from.length())), each, true));
    }

    private void swap() throws IOException {
        var one = any(unedited());
        var other = any(unedited());
        if (one != null
                && other != null
                && !one.equals(other)
                && one.at().ending().equals(other.at().ending())) {
            told.add("swap " + one.number + " and " + other.number);
            var aside = path(new Place(one.at().feed(), ".aside"));
            move(file(one.at()), aside);
            move(file(other.at()), file(one.at()));
            move(aside, file(other.at()));
            var place = one.at();
            one.place = other.at();
            other.place = place;
            moved.addAll(List.of(one, other));
        }
    }

    /** Removes an article, or moves it to where drafts are. */
    private void takeBack() throws IOException {
        var written = any(unedited());
        if (written == null || takenBack == MOST_TAKEN_BACK || moved.contains(written)) {
            return;
        }
        takenBack++;
        kept.add(Address.of(written.at()));
        edited.add(written);
        if (random.nextBoolean()) {
            told.add("remove " + written.number);
            Files.delete(file(written.at()));
            written.place = null;
        } else {
            String folder = random.nextBoolean() ? "_drafts/" : written.at().folder() + "_old/";
            var place = new Place(
                    written.at().feed(),
                    folder + written.number + "." + written.at().ending());
            told.add("move " + written.number + " to " + place);
            move(file(written.at()), file(place));
            written.place = place;
        }
    }

    private void bringBack() throws IOException {
        var written = any(all.stream()
                .filter(each -> each.place != null && !each.isLive() && !edited.contains(each))
                .toList());
        if (written != null) {
            to(written, freePlace(written.at().feed(), written.at().ending(), this::isFreeForUnknown));
            edited.add(written);
        }
    }

    private String feed() {
        return feeds.get(random.nextInt(feeds.size()));
    }

    private String folder() {
        var folder = new StringBuilder();
        for (int depth = random.nextInt(DEEPEST); depth > 0; depth--) {
            folder.append(FOLDERS.get(random.nextInt(FOLDERS.size()))).append('/');
        }
        return folder.toString();
    }

    private @Nullable Place freePlace(String feed, String ending, Predicate<Place> isFree) {
        String name = SLUGS.get(random.nextInt(SLUGS.size()));
        String dated = (random.nextInt(4) == 0 ? "2026-01-26-" : "") + name;
        var place = new Place(feed, folder() + dated + (random.nextInt(3) == 0 ? "/index." : ".") + ending);
        return isFree.test(place) ? place : null;
    }

    private boolean isFree(Place place, Written mover, boolean isIntact) {
        boolean isOther = !Address.of(place).equals(Address.of(mover.at()));
        boolean mayTake = isIntact ? !rewritten.contains(place) : !isOther || isNew(place);
        return isAddressFree(place, mover) && mayTake;
    }

    private boolean isFreeForUnknown(Place place) {
        return isAddressFree(place, null) && isNew(place);
    }

    /** Whether a file that is not known yet may be there: no other was, and none with this address was taken back. */
    private boolean isNew(Place place) {
        return !before.contains(place) && !kept.contains(Address.of(place));
    }

    private boolean isAddressFree(Place place, @Nullable Written but) {
        boolean isTaken = live().anyMatch(
                        each -> !each.equals(but) && Address.of(each.at()).equals(Address.of(place)));
        return !isTaken && !Files.exists(path(place));
    }

    private Path path(Place place) {
        return service.folder().resolve(place.feed()).resolve(place.path());
    }

    private Path file(Place place) throws IOException {
        var file = path(place);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Compares with what readers find now. */
    void check() {
        noteAddresses();
        for (String feed : feeds) {
            assertThat(service.problems(feed)).isEmpty();
            assertThat(service.titles(feed))
                    .containsExactlyInAnyOrder(
                            live().filter(each -> each.at().feed().equals(feed))
                                    .map(Written::title)
                                    .toArray(String[]::new));
            service.entries(feed).forEach(this::check);
        }
        left.forEach(this::checkLeft);
    }

    private void noteAddresses() {
        for (var each : all) {
            var was = each.shownAt;
            if (was != null && (!each.isLive() || !Address.of(was).equals(Address.of(each.at())))) {
                left.put(Address.of(was), Objects.requireNonNull(each.id));
            }
        }
        live().forEach(each -> left.remove(Address.of(each.at())));
    }

    private void check(Entry entry) {
        var written = live().filter(each -> each.title().equals(entry.title()))
                .findFirst()
                .orElseThrow();
        boolean isBack = written.shownAt == null;
        assertThat(entry.content()).contains(written.body());
        assertThat(entry.page())
                .endsWith(
                        "/articles/" + written.at().feed() + "/" + written.at().slug());
        if (isBack && (written.id == null || written.statedId == null)) {
            assertThat(ids.add(entry.id()))
                    .as("the id of " + entry.title() + " is new")
                    .isTrue();
        } else {
            assertThat(entry.id()).as("the id of " + entry.title()).isEqualTo(written.id);
        }
        if (!isBack && written.shownVersion == written.version) {
            assertThat(entry.updated()).as("the update of " + entry.title()).isEqualTo(written.updated);
        }
        written.id = entry.id();
        written.updated = entry.updated();
        written.shownVersion = written.version;
    }

    /** Whoever asks for an address that an article has left is led to it, or told that it is gone. */
    private void checkLeft(Address address, ArticleId id) {
        var meant = service.articles()
                .findMeant(
                        new FeedName(address.feed()),
                        new Slug(address.slug()),
                        service.clock().instant());
        assertThat(meant).as("what is meant by " + address).isPresent();
        if (live().anyMatch(each -> id.equals(each.id))) {
            assertThat(meant.map(Article::id)).as("what is meant by " + address).hasValue(id);
        }
    }

    /** Remembers where the articles are now. */
    void note() {
        all.forEach(each -> each.shownAt = each.isLive() ? each.at() : null);
    }

    /** What was done, for a failure. */
    String told() {
        return String.join("\n", told);
    }
}
