package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.Test;

/** Files that came through the API are in an export, at the address that they have here, while readers may have them. */
class ExportedUploadsTest extends ApiFeedTest {
    /** Sends a file; gives the path of its address. */
    private String send(String name, String content) {
        var sent = service.sendBytes("PUT", api + "/media/" + name, content.getBytes(UTF_8));
        assertThat(sent.statusCode()).as(sent.body()).isIn(200, 201);
        return URI.create(ApiService.json(sent).get("address").stringValue()).getRawPath();
    }

    private Path export(Path site) {
        var err = new StringWriter();
        assertThat(Feedwright.commands()
                        .setErr(new PrintWriter(err))
                        .execute(Stream.of(
                                        List.of("export", site.toString(), "--codings=none"),
                                        service.settings(),
                                        List.of("--logging.level.org.feedwright=warn"))
                                .flatMap(List::stream)
                                .toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        return site;
    }

    @Test
    void writesTheFilesThatReadersMayHave() throws IOException {
        String talk = "recorded ".repeat(200_000); // more than one part and one transaction
        String photo = send("img/photo.png", "a photo");
        String recording = send("talk.mp3", talk);
        String secret = send("secret.png", "not yet");
        String unnamed = send("unnamed.png", "nobody names it");
        service.put(articles + "/one", """
                {"title": "One", "image": "img/photo.png", "enclosures": ["talk.mp3"],
                 "body": {"markdown": "![a](img/photo.png)"}}""");
        service.put(articles + "/two", "{\"title\": \"Two\", \"draft\": true, \"image\": \"secret.png\"}");

        var site = export(directory.resolve("site-" + database));

        assertThat(site.resolve(photo.substring(1))).hasContent("a photo");
        assertThat(site.resolve(recording.substring(1))).hasContent(talk);
        assertThat(site.resolve(secret.substring(1))).doesNotExist();
        assertThat(site.resolve(unnamed.substring(1))).doesNotExist();
        assertThat(Files.readString(site.resolve("feeds/" + feed + ".json"))).contains(photo, recording);

        String other = send("talk.mp3", "recorded again");
        service.send("DELETE", articles + "/two", null);
        export(site);

        assertThat(site.resolve(other.substring(1))).hasContent("recorded again");
        assertThat(site.resolve(recording.substring(1))).doesNotExist();
        assertThat(site.resolve(photo.substring(1))).hasContent("a photo");

        service.send("DELETE", articles + "/one", null);
        export(site);

        assertThat(site.resolve(photo.substring(1))).doesNotExist();
        assertThat(site.resolve(other.substring(1))).doesNotExist();
    }
}
