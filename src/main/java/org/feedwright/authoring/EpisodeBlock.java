package org.feedwright.authoring;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.feedwright.article.Episode;
import org.feedwright.article.Episode.Credit;
import org.feedwright.article.Episode.Transcript;
import org.feedwright.authoring.value.YamlValues;
import org.feedwright.authoring.yaml.Yaml;

/** The block {@code podcast:} in an article's front matter. */
final class EpisodeBlock {
    private static final Set<String> KEYS =
            Set.of("title", "season", "episode", "type", "explicit", "image", "transcript", "chapters", "people");
    private static final List<String> OF_TRANSCRIPTS = List.of("language", "type", "url");
    private static final List<String> OF_PEOPLE = List.of("image", "link", "name", "role");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{2})");
    static final String DURATION = "write hours, minutes and seconds such as \"1:04:30\", or seconds such as 3870";
    private static final String NUMBER = "write a whole number from 1";

    private EpisodeBlock() {}

    static Optional<Episode> read(Yaml front, Attachments files) {
        return front.mappings("podcast", "type").stream().findFirst().map(yaml -> {
            yaml.refuseUnknown(KEYS);
            String image = yaml.text("image").orElse(null);
            String chapters = yaml.text("chapters").orElse(null);
            Optional.ofNullable(image).ifPresent(files::find);
            Optional.ofNullable(chapters)
                    .filter(address ->
                            files.find(address, "application/json+chapters").isEmpty())
                    .ifPresent(files::find);
            return new Episode(
                    yaml.text("title").orElse(null),
                    yaml.value("season", EpisodeBlock::number, NUMBER).orElse(null),
                    yaml.value("episode", EpisodeBlock::number, NUMBER).orElse(null),
                    yaml.value(
                                    "type",
                                    word -> Episode.Type.valueOf(word.toUpperCase(Locale.ROOT)),
                                    "write full or trailer or bonus")
                            .orElse(Episode.Type.FULL),
                    yaml.value("explicit", FeedFile::flag, "write true or false")
                            .orElse(null),
                    image,
                    transcripts(yaml, files),
                    chapters,
                    people(yaml, files));
        });
    }

    private static List<Transcript> transcripts(Yaml episode, Attachments files) {
        return episode.mappings("transcript", "url").stream()
                .<Transcript>mapMulti((yaml, sink) -> {
                    UnknownKeys.warn(yaml, "podcast.transcript", OF_TRANSCRIPTS, Map.of());
                    String url = yaml.text("url").orElse("");
                    String type = yaml.text("type").or(() -> MediaTypes.of(url)).orElse("");
                    if (url.isBlank() || !type.matches(MediaTypes.FORM)) {
                        episode.problem(
                                "transcript",
                                "the transcript '" + url + "' has no " + (url.isBlank() ? "url" : "media type"),
                                "write the name of a .vtt, .srt, .json, .html or .txt file, or {url: …, type: text/vtt}");
                    } else {
                        files.find(url, type);
                        sink.accept(new Transcript(
                                url,
                                type,
                                yaml.value("language", YamlValues::language, "write a language tag such as en or de-CH")
                                        .orElse(null)));
                    }
                })
                .toList();
    }

    /** Those who take part; a single text is a name. */
    static List<Credit> people(Yaml owner, Attachments files) {
        return owner.mappings("people", "name").stream()
                .<Credit>mapMulti((yaml, sink) -> {
                    UnknownKeys.warn(
                            yaml,
                            "podcast.people",
                            OF_PEOPLE,
                            Map.of("url", "link", "uri", "link", "href", "link", "img", "image"));
                    String name = yaml.text("name").orElse("");
                    if (name.isBlank()) {
                        owner.problem("people", "a person has no name", "write a name, or {name: …, role: guest}");
                    } else {
                        String image = yaml.text("image").orElse(null);
                        Optional.ofNullable(image).ifPresent(files::find);
                        sink.accept(new Credit(
                                name,
                                yaml.text("role")
                                        .map(role -> role.toLowerCase(Locale.ROOT))
                                        .orElse(null),
                                image,
                                yaml.value("link", YamlValues::address, "write an address that begins with https://")
                                        .orElse(null)));
                    }
                })
                .toList();
    }

    /** As players show it, or in seconds. */
    static Duration duration(String text) {
        var clock = CLOCK.matcher(text);
        if (!clock.matches()) {
            return positive(Duration.ofSeconds(Long.parseLong(text)));
        }
        return positive(Duration.ofHours(clock.group(1) == null ? 0 : Long.parseLong(clock.group(1)))
                .plusMinutes(Long.parseLong(clock.group(2)))
                .plusSeconds(Long.parseLong(clock.group(3))));
    }

    private static Duration positive(Duration duration) {
        if (!duration.isPositive() || duration.compareTo(Duration.ofDays(40)) > 0) {
            throw new IllegalArgumentException("no length of a recording");
        }
        return duration;
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("not positive");
        }
        return number;
    }
}
