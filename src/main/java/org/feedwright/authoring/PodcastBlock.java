package org.feedwright.authoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.feedwright.article.Episode.Credit;
import org.feedwright.authoring.value.Persons;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Podcast;
import org.feedwright.feed.Podcast.Funding;
import org.feedwright.feed.Podcast.Owner;
import org.feedwright.feed.Podcast.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The block {@code podcast:} in a {@code feed.yaml}. What a directory would refuse the podcast for is a problem
 * (<a href="https://help.apple.com/itc/podcasts_connect/#/itcb54353390">Apple Podcasts' requirements</a>).
 */
final class PodcastBlock {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "image",
            "category",
            "explicit",
            "type",
            "owner",
            "author",
            "complete",
            "guid",
            "locked",
            "funding",
            "people"));
    private static final int SMALLEST = 1400;
    private static final int LARGEST = 3000;

    private static final String PICTURE =
            "put a file of that name into the feed's folder, or write an address that begins with https://";

    private final Yaml feed;
    private final Yaml yaml;
    private final Attachments files;

    private PodcastBlock(Yaml feed, Yaml yaml, Attachments files) {
        this.feed = feed;
        this.yaml = yaml;
        this.files = files;
    }

    /** Nothing where the feed has no such block. */
    static Optional<Podcast> read(Yaml feed, Attachments files) {
        return feed.mappings("podcast", "category").stream()
                .findFirst()
                .map(yaml -> new PodcastBlock(feed, yaml, files).read());
    }

    private Podcast read() {
        yaml.refuseUnknown(KEYS);
        if (!feed.has("language")) {
            feed.problem(
                    "podcast", "a podcast needs a language", "add a line 'language: en' to the feed, not indented");
        }
        return new Podcast(
                image(),
                topics(),
                explicit(),
                yaml.value(
                                "type",
                                word -> Podcast.Type.valueOf(word.toUpperCase(Locale.ROOT)),
                                "write episodic (newest first) or serial (in order)")
                        .orElse(Podcast.Type.EPISODIC),
                owner(),
                yaml.text("author").orElse(null),
                flag("complete").orElse(false),
                yaml.value("guid", guid -> UUID.fromString(guid).toString(), "write the podcast's UUID")
                        .orElse(null),
                flag("locked").orElse(null),
                funding(),
                EpisodeBlock.people(yaml, files).stream().map(this::pictured).toList());
    }

    private Optional<Boolean> flag(String key) {
        return yaml.value(key, FeedFile::flag, "write true or false");
    }

    private boolean explicit() {
        if (!yaml.has("explicit")) {
            missing("explicit", "does not say whether it has explicit content", "explicit: false");
        }
        return flag("explicit").orElse(false);
    }

    private void missing(String key, String wrong, String example) {
        String remedy = "add '" + example + "' below 'podcast:'";
        if (yaml.has(key)) {
            yaml.problem(key, "the podcast " + wrong, remedy);
        } else {
            feed.problem("podcast", "the podcast " + wrong, remedy);
        }
    }

    private Owner owner() {
        var owner = yaml.mappings("owner", "email").stream().findFirst();
        String email = owner.flatMap(each -> each.text("email")).orElse("").strip();
        if (!Persons.isMail(email)) {
            missing(
                    "owner",
                    "has no address at which its directories reach its owner",
                    "owner: {name: …, email: you@example.org}");
        }
        return new Owner(owner.flatMap(each -> each.text("name")).orElse(null), email);
    }

    private List<Topic> topics() {
        var written = yaml.texts("category");
        if (written.isEmpty()) {
            missing("category", "has no category", "category: News > Daily News");
        }
        return written.stream()
                .<Topic>mapMulti((text, sink) -> PodcastTopics.read(text)
                        .ifPresentOrElse(
                                sink,
                                () -> yaml.problem(
                                        "category",
                                        "'" + text + "' is no category of podcast directories",
                                        PodcastTopics.remedy(text))))
                .toList();
    }

    private List<Funding> funding() {
        return yaml.mappings("funding", "url").stream()
                .<Funding>mapMulti((each, sink) -> each.value(
                                "url", YamlValues::address, "write an address that begins with https://")
                        .ifPresentOrElse(
                                url -> sink.accept(
                                        new Funding(url, each.text("text").orElse("Support"))),
                                () -> yaml.problem(
                                        "funding", "a way to give has no address", "write {url: https://…, text: …}")))
                .toList();
    }

    private Credit pictured(Credit person) {
        String picture = person.image();
        if (picture == null) {
            return person;
        }
        return new Credit(person.name(), person.role(), picture(picture), person.link());
    }

    private @Nullable String picture(String written) {
        var file = files.find(written);
        try {
            return file.isPresent() ? file.get().path() : YamlValues.address(written);
        } catch (IllegalArgumentException _) {
            yaml.problem("people", "the picture '" + written + "' is not in the feed's folder", PICTURE);
            return null;
        }
    }

    /** The address of the art, or its path where it is a file in the feed's folder. */
    private String image() {
        String image = yaml.text("image").orElse("").strip();
        if (image.isEmpty()) {
            missing("image", "has no picture", "image: cover.jpg");
            return image;
        }
        var file = files.find(image);
        if (file.isPresent()) {
            files.path(file.get()).ifPresent(this::measure);
            return file.get().path();
        }
        return yaml.value("image", YamlValues::address, PICTURE).orElse(image);
    }

    /** Directories take squares of 1400 to 3000 pixels, as JPEG or PNG. */
    private void measure(Path file) {
        String remedy = "use a square JPEG or PNG of " + SMALLEST + " to " + LARGEST + " pixels";
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                yaml.problem("image", "the podcast's picture is no image", remedy);
                return;
            }
            var reader = readers.next();
            try {
                reader.setInput(input);
                refuse(reader.getFormatName(), reader.getWidth(0), reader.getHeight(0), remedy);
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            yaml.problem("image", "the podcast's picture cannot be read (" + e.getMessage() + ")", remedy);
        }
    }

    private void refuse(String format, int width, int height, String remedy) {
        if (!format.matches("(?i)jpe?g|png")) {
            yaml.problem("image", "the podcast's picture is a " + format, remedy);
        } else if (width != height || width < SMALLEST || width > LARGEST) {
            yaml.problem("image", "the podcast's picture has " + width + " × " + height + " pixels", remedy);
        }
    }
}
