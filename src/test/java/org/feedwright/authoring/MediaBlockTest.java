package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Episode;
import org.feedwright.article.Episode.Transcript;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Yaml;
import org.feedwright.text.AddressKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaBlockTest {
    private final Problems problems = new Problems("a.md");
    private final List<String> asked = new ArrayList<>();
    private boolean hasLink;
    private boolean isEpisode;
    private boolean areSent;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "talk.mp3                              | talk.mp3 | audio/mpeg | 7",
                "{url: talk.mp3, length: 8}            | talk.mp3 | audio/mpeg | 7",
                "{url: talk.mp3, type: audio/mp3}      | talk.mp3 | audio/mp3  | 7",
                "talk%2Emp3                            | talk%2Emp3 | audio/mpeg | 7",
                "{url: https://example.org/a.ogg?b.mp3, length: 8} | https://example.org/a.ogg?b.mp3 | audio/ogg | 8",
                "{url: https://example.org/a.mp3, length: 0}       | https://example.org/a.mp3       | audio/mpeg | 0",
                "https://example.org/a.mp3             | https://example.org/a.mp3 | audio/mpeg | 0",
                "{url: magnet:?xt=1, type: audio/mpeg} | magnet:?xt=1 | audio/mpeg | 0",
            })
    void findsOrReadsWhatAFileIs(String written, String url, String type, long length) {
        assertThat(enclosures("enclosures: [" + written + "]")).containsExactly(new Enclosure(url, type, length, null));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void readsWhatAFileIsCalledAndHowLongItPlays() {
        assertThat(enclosures("enclosures: {url: talk.mp3, title: The talk, duration: '1:01'}"))
                .containsExactly(new Enclosure("talk.mp3", "audio/mpeg", 7, "The talk", Duration.ofSeconds(61)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "3870, 3870",
        "0:01, 1",
        "75:30, 4530",
        "1:04:30, 3870",
        "960:00:00, 3456000",
        "3456000, 3456000"
    })
    void readsHowLongAFilePlays(String written, long seconds) {
        assertThat(enclosures("enclosures: {url: talk.mp3, duration: '" + written + "'}"))
                .extracting(Enclosure::duration)
                .containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00:00", "-1", "1:2", "1.5", "1:00:0", "960:00:01", "3456001", "9999999999999999999"})
    void refusesALengthThatNoRecordingHas(String written) {
        enclosures("enclosures: {url: talk.mp3, duration: '" + written + "'}");

        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::wrong)
                .isEqualTo("'duration' is '" + written + "', which cannot be understood");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{title: A}                         | an enclosure has no url",
                "{url: ' '}                         | an enclosure has no url",
                "'javascript:a.mp3'                 | an address in 'enclosures' begins with 'javascript:', and nobody can load that",
                "https://example.org/a              | the enclosure 'https://example.org/a' has no media type",
                "{url: talk.mp3, type: audio}       | the enclosure 'talk.mp3' has no media type",
            })
    void refusesWhatIsNoFile(String written, String wrong) {
        assertThat(enclosures("enclosures: [" + written + ", talk.mp3]"))
                .extracting(Enclosure::url)
                .containsExactly("talk.mp3");
        assertThat(problems.list()).extracting(Problem::wrong).containsExactly(wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "7.5", "7 MB", "9223372036854775808"})
    void refusesALengthThatIsNone(String length) {
        enclosures("enclosures: {url: talk.mp3, length: " + length + "}");

        assertThat(problems.list())
                .singleElement()
                .hasToString("a.md:1: 'length' is '" + length + "', which cannot be understood;"
                        + " write the size in bytes as a whole number");
    }

    @Test
    void waitsForAFileThatIsNotThere() {
        assertThat(enclosures("enclosures: missing.mp3")).hasSize(1);
        assertThat(problems.list())
                .singleElement()
                .hasToString("a.md:1: the enclosure 'missing.mp3' is not in the feed's folder; put the file there,"
                        + " and it is published; or write its whole address, https://…");
    }

    /** Beside the articles it would be an article; in a folder within the feed's it would be one too, but a named one. */
    @ParameterizedTest
    @CsvSource({"missing.txt, true", "files/missing.txt, false", "missing.mp3, false", "_missing.txt, false"})
    void saysWhereAFileCanBePutThatWouldBeAnArticle(String url, boolean wouldBeArticle) {
        enclosures("enclosures: " + url);

        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::remedy)
                .asString()
                .startsWith(wouldBeArticle ? "put it into a folder within the feed's" : "put the file there");
    }

    @Test
    void asksWhoSendsFilesToSendThem() {
        areSent = true;
        enclosures("enclosures: missing.txt");

        assertThat(problems.list())
                .singleElement()
                .hasToString("a.md:1: the enclosure 'missing.txt' has not been uploaded;"
                        + " send the file, and then the article again; or write its whole address, https://…");
    }

    /** It may be at the article's own page. */
    @Test
    void waitsForNoFileOfAnArticleThatStandsElsewhere() {
        hasLink = true;

        assertThat(enclosures("enclosures: missing.mp3")).hasSize(1);
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.mp3", "missing.mp3"})
    void demandsTheLengthThatPodcastDirectoriesDemand(String url) {
        isEpisode = true;
        hasLink = true;
        enclosures("enclosures: [talk.mp3, {url: " + url + ", length: 7}, " + url + "]");

        assertThat(problems.list())
                .singleElement()
                .hasToString("a.md:1: the length of the enclosure '" + url + "' is not known, and podcast directories"
                        + " demand it; add 'length: …' with its size in bytes");
    }

    /** With its length stated the article need not wait, but its author is told. */
    @Test
    void asksForAFileOfStatedLengthSoThatItsAuthorIsTold() {
        enclosures("enclosures: {url: missing.mp3, length: 7}");

        assertThat(problems.list()).isEmpty();
        assertThat(asked).contains("missing.mp3");
        asked.clear();
        enclosures("enclosures: talk.mp3");
        assertThat(asked).isEmpty();
    }

    @Test
    void readsAnEpisodeWithItsFiles() {
        var episode = block("""
                        podcast:
                          image: art.png
                          chapters: chapters.json
                          transcript: talk.vtt
                          people: [{name: Ann, image: ann.png}]
                        """).episode();

        assertThat(episode).map(Episode::transcripts).contains(List.of(new Transcript("talk.vtt", "text/vtt", null)));
        assertThat(problems.list()).isEmpty();
        assertThat(block("title: T").episode()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: 'javascript:a'",
                "chapters: 'javascript:a'",
                "transcript: {url: 'javascript:a', type: text/vtt}",
                "people: {name: Ann, image: 'javascript:a'}"
            })
    void refusesAnAddressOfAnEpisodeThatRuns(String part) {
        block("podcast: {" + part + "}").episode();

        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::wrong)
                .isEqualTo("an address in 'podcast' begins with 'javascript:', and nobody can load that");
    }

    @Test
    void waitsForATranscriptThatIsNotThere() {
        block("podcast: {transcript: [talk.vtt, missing.vtt, https://example.org/a.vtt]}")
                .episode();

        assertThat(problems.list())
                .singleElement()
                .extracting(Problem::wrong)
                .isEqualTo("the transcript 'missing.vtt' is not in the feed's folder");
        assertThat(asked).contains("https://example.org/a.vtt").doesNotContain("missing.vtt", "talk.vtt");
    }

    @Test
    void asksForATranscriptThatMayBeElsewhere() {
        hasLink = true;
        block("podcast: {transcript: missing.vtt}").episode();

        assertThat(problems.list()).isEmpty();
        assertThat(asked).containsExactly("missing.vtt");
    }

    @Test
    void refusesWhatAnAddressOfItsKindMustNotBe() {
        var block = block("image: a");

        assertThat(block.refuseUnsafe("image", null, AddressKind.IMAGE)).isFalse();
        assertThat(block.refuseUnsafe("image", "a.png", AddressKind.IMAGE)).isFalse();
        assertThat(problems.list()).isEmpty();
        assertThat(block.refuseUnsafe("image", "file:///a.png", AddressKind.IMAGE))
                .isTrue();
        assertThat(problems.list())
                .singleElement()
                .hasToString("a.md:1: an address in 'image' begins with 'file:', and nobody can load that;"
                        + " write one that begins with https://, or the name of a file in the feed's folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<img src=\"a.png\">                           | true",
                "<p title=\"x\"><a href=\"b.md#c\">d</a></p>   | true",
                "<video poster=\"../a.png\"></video>           | true",
                "<object data=\"a\"></object>                  | true",
                "<q cite=\"a\"></q>                            | true",
                "<img srcset=\"https://example.org/a 2x\">     | true",
                "<img alt=\"a.png\" src=\"https://example.org/a.png\"> | false",
                "<a href=\"#a\">a</a><a href=\"/a\">a</a>      | false",
                "<a href=\"mailto:a@example.org\">a</a>        | false",
                "<a href=\"\">a</a>                            | false",
                "<p title=\"a\">a</p>                          | false",
                "<p>a=b</p>                                    | false",
            })
    void knowsWhetherHtmlMayNameAFile(String html, boolean hasRelative) {
        assertThat(MediaBlock.hasRelative(html)).isEqualTo(hasRelative);
    }

    private List<Enclosure> enclosures(String yaml) {
        return block(yaml).enclosures();
    }

    private MediaBlock block(String yaml) {
        return new MediaBlock(Yaml.read(yaml, 1, problems), hasLink, isEpisode, new Files());
    }

    /** The folder, in which there are a recording and its pictures and texts. */
    private final class Files implements Attachments {
        private static final List<String> THERE =
                List.of("talk.mp3", "talk.vtt", "art.png", "chapters.json", "ann.png");

        @Override
        public Optional<MediaFile> find(String address) {
            asked.add(address);
            return found(address, MediaTypes.servedAs(address));
        }

        @Override
        public Optional<MediaFile> find(String address, String type) {
            return found(address, type.isEmpty() ? MediaTypes.servedAs(address) : type);
        }

        private static Optional<MediaFile> found(String address, String type) {
            String path = address.replace("%2E", ".");
            return THERE.contains(path) ? Optional.of(new MediaFile(path, type, 7)) : Optional.empty();
        }

        @Override
        public boolean areSent() {
            return areSent;
        }
    }
}
