package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedwright.feed.Podcast.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PodcastTest {
    private static Podcast podcast(@Nullable String guid) {
        return new Podcast(
                "art.png",
                List.of(new Topic("News", null)),
                false,
                Podcast.Type.EPISODIC,
                new Podcast.Owner(null, "a@example.org"),
                null,
                false,
                guid,
                null,
                List.of(),
                List.of());
    }

    /** The example in the specification of {@code podcast:guid}. */
    @Test
    void makesTheIdentityThatTheNamespacePrescribes() {
        assertThat(Podcast.guid("https://mp3s.nashownotes.com/pc20rss.xml"))
                .isEqualTo("917393e3-1b1e-5cef-ace4-edaa54e1f810");
        assertThat(Podcast.guid("http://mp3s.nashownotes.com/pc20rss.xml/"))
                .isEqualTo("917393e3-1b1e-5cef-ace4-edaa54e1f810");
    }

    @Test
    void keepsTheIdentityThatItHadUnlessAnotherIsStated() {
        var first = podcast(null).identified(null, "https://one.example.org/feed.rss");
        assertThat(first.guid()).isNotNull();
        assertThat(podcast(null)
                        .identified(first, "https://two.example.org/feed.rss")
                        .guid())
                .isEqualTo(first.guid());
        assertThat(podcast("x")
                        .identified(first, "https://two.example.org/feed.rss")
                        .guid())
                .isEqualTo("x");
    }
}
