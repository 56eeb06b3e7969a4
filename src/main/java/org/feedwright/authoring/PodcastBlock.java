package org.feedwright.authoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.feedwright.authoring.value.Persons;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.feed.Podcast;
import org.feedwright.feed.Podcast.Funding;
import org.feedwright.feed.Podcast.Owner;
import org.feedwright.feed.Podcast.Topic;

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

    private static final List<String> OF_OWNER = List.of("email", "name");
    private static final List<String> OF_FUNDING = List.of("text", "url");

    private final Yaml feed;
    private final Yaml yaml;
    private final Attachments files;
    private final PodcastPictures pictures;

    private PodcastBlock(Yaml feed, Yaml yaml, Attachments files) {
        this.feed = feed;
        this.yaml = yaml;
        this.files = files;
        this.pictures = new PodcastPictures(yaml, files);
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
                EpisodeBlock.people(yaml, files).stream()
                        .map(pictures::pictured)
                        .toList());
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
        owner.ifPresent(each -> UnknownKeys.warn(each, "podcast.owner", OF_OWNER, Map.of("mail", "email")));
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
                .<Funding>mapMulti((each, sink) -> {
                    UnknownKeys.warn(each, "podcast.funding", OF_FUNDING, Map.of("href", "url", "title", "text"));
                    each.value("url", YamlValues::address, "write an address that begins with https://")
                            .ifPresentOrElse(
                                    url -> sink.accept(
                                            new Funding(url, each.text("text").orElse("Support"))),
                                    () -> yaml.problem(
                                            "funding",
                                            "a way to give has no address",
                                            "write {url: https://…, text: …}"));
                })
                .toList();
    }

    private String image() {
        String image = yaml.text("image").orElse("").strip();
        if (image.isEmpty()) {
            missing("image", "has no picture", "image: cover.jpg");
            return image;
        }
        return pictures.art(image);
    }
}
