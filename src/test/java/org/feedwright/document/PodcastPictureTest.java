package org.feedwright.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.feedwright.conformance.Conformance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A podcast's art stands for it where its publisher names no other picture. */
class PodcastPictureTest {
    private static final String ART = "https://feeds.example.org/media/rare-earth/art.png";

    static SampleFeed podcast(@Nullable String logo, @Nullable String icon) {
        var feed = new SampleFeed(new SampleArticle());
        feed.logo = logo;
        feed.icon = icon;
        feed.podcast = SampleFeed.podcast("art.png", "917393e3-1b1e-5cef-ace4-edaa54e1f810");
        return feed;
    }

    private static @Nullable String picture(SampleFeed feed, FeedFormat format) {
        var document = new String(feed.bytes(format), StandardCharsets.UTF_8);
        var pattern = switch (format) {
            case ATOM -> "<logo>([^<]+)</logo>";
            case RSS -> "<image>.*?<url>([^<]+)</url>";
            case RDF -> "<url>([^<]+)</url>";
            case JSON -> "\"icon\":\"([^\"]+)\"";
        };
        var found = Pattern.compile(pattern).matcher(document);
        return found.find() ? found.group(1) : null;
    }

    @ParameterizedTest
    @EnumSource
    void standsForItInEveryFormat(FeedFormat format) {
        var feed = podcast(null, null);
        assertThat(picture(feed, format)).isEqualTo(ART);
        assertThat(Conformance.violations(format, feed.bytes(format))).isEmpty();
        feed.podcast = null;
        assertThat(picture(feed, format)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void givesWayToALogo(FeedFormat format) {
        assertThat(picture(podcast("https://example.org/logo.png", null), format))
                .isEqualTo("https://example.org/logo.png");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/logo.svg, , " + ART,
        "https://example.org/logo.svg, https://example.org/i.gif, https://example.org/i.gif"
    })
    void standsForItInRssWhereTheLogoIsOfNoKindThatReadersShow(String logo, @Nullable String icon, String expected) {
        assertThat(picture(podcast(logo, icon), FeedFormat.RSS)).isEqualTo(expected);
    }
}
