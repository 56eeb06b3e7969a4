package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.Podcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodcastBlockTest {
    private static final String WHOLE =
            "image: art, category: [Arts > Books], explicit: false, owner: ann@example.org, type: serial";

    private static final String ELSEWHERE = WHOLE.replace("image: art", "image: https://example.org/art.png");

    private final Problems problems = new Problems("feed.yaml");

    @TempDir
    private Path directory;

    /** Directories take squares of 1400 to 3000 pixels, as JPEG or PNG. */
    @ParameterizedTest
    @CsvSource({
        "1400, 1400, png, true",
        "3000, 3000, png, true",
        "1400, 1400, jpeg, true",
        "1399, 1399, png, false",
        "3001, 3001, png, false",
        "1400, 1401, png, false",
        "1401, 1400, png, false",
        "1400, 1400, gif, false",
    })
    void takesThePicturesThatDirectoriesTake(int width, int height, String format, boolean isTaken) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(picture, format, directory.resolve("art").toFile());

        var podcast = read(WHOLE);

        assertThat(podcast.image()).isEqualTo("art");
        assertThat(problems.isEmpty()).isEqualTo(isTaken);
        assertThat(problems.list()).extracting(Problem::remedy).allMatch(remedy -> remedy.startsWith("use a square"));
    }

    @Test
    void refusesAPictureThatIsNone() throws IOException {
        Files.writeString(directory.resolve("art"), "no picture");
        read(WHOLE);

        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::wrong)
                .isEqualTo("the podcast's picture is no image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: https://example.org/art.png, ",
                "category: [Arts > Books], ",
                "explicit: false, ",
                "owner: ann@example.org, ",
            })
    void refusesToGoWithoutWhatDirectoriesDemand(String part) {
        read(ELSEWHERE.replace(part, ""));

        assertThat(problems.list()).singleElement().extracting(Problem::line).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arts|Arts",
                "Arts  >  BOOKS|Arts > Books",
                "TV & film>after shows|TV & Film > After Shows",
            })
    void readsCategoriesAsPeopleWriteThem(String written, String read) {
        var topic = read(ELSEWHERE.replace("[Arts > Books]", "'" + written + "'"))
                .topics()
                .getFirst();

        assertThat(topic.name() + (topic.within() == null ? "" : " > " + topic.within()))
                .isEqualTo(read);
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Art|write one of Arts, Business",
                "Arts > Poetry|write one of these behind the '>': Books, Design",
                "History > Old|write one of Arts, Business",
                "Arts > Books > Old|write one of these behind the '>': Books, Design",
            })
    void refusesCategoriesThatDirectoriesDoNotHave(String written, String remedy) {
        read(ELSEWHERE.replace("Arts > Books", written));

        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::remedy)
                .asString()
                .startsWith(remedy);
    }

    private Podcast read(String block) {
        var files = new Attachments() {
            @Override
            public Optional<MediaFile> find(String address) {
                return Files.exists(directory.resolve("art"))
                        ? Optional.of(new MediaFile("art", "image/png", 1))
                        : Optional.empty();
            }

            @Override
            public Optional<Path> path(MediaFile file) {
                return Optional.of(directory.resolve(file.path()));
            }
        };
        var definition =
                FeedFile.read("title: F\nlanguage: en\npodcast: {" + block + "}", "localhost", files, problems);
        return Objects.requireNonNull(definition.podcast());
    }
}
