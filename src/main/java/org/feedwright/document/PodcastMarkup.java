package org.feedwright.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedwright.article.Episode;
import org.feedwright.article.Episode.Credit;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Podcast;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Writes the elements that podcast directories look for in RSS: <a
 * href="https://help.apple.com/itc/podcasts_connect/#/itcb54353390">Apple Podcasts' elements</a> and <a
 * href="https://podcasting2.org/podcast-namespace">Podcasting 2.0</a>.
 */
final class PodcastMarkup {
    static final Namespace ITUNES = Namespace.getNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
    static final Namespace PODCAST = Namespace.getNamespace("podcast", "https://podcastindex.org/namespace/1.0");

    private PodcastMarkup() {}

    static List<Element> channel(Selection selection, Podcast podcast) {
        var feed = selection.feed();
        var definition = feed.definition();
        var elements = new ArrayList<Element>();
        String author = podcast.author() != null
                ? podcast.author()
                : definition.author() != null ? definition.author().name() : definition.title();
        elements.add(itunes("author", author));
        elements.add(itunesImage(Podcast.address(podcast.image(), selection.addresses(), feed.name())));
        podcast.topics().forEach(topic -> elements.add(category(topic)));
        elements.add(itunes("explicit", Boolean.toString(podcast.explicit())));
        elements.add(itunes("type", word(podcast.type())));
        var owner = new Element("owner", ITUNES);
        if (podcast.owner().name() != null) {
            owner.addContent(itunes("name", podcast.owner().name()));
        }
        elements.add(owner.addContent(itunes("email", podcast.owner().email())));
        if (podcast.complete()) {
            elements.add(itunes("complete", "Yes"));
        }
        if (podcast.guid() != null) {
            elements.add(podcast("guid", podcast.guid()));
        }
        if (podcast.locked() != null) {
            elements.add(podcast("locked", podcast.locked() ? "yes" : "no")
                    .setAttribute("owner", podcast.owner().email()));
        }
        podcast.funding()
                .forEach(funding ->
                        elements.add(podcast("funding", funding.text()).setAttribute("url", funding.url())));
        for (var person : podcast.people()) {
            String picture = person.image();
            elements.add(person(
                    person, picture == null ? null : Podcast.address(picture, selection.addresses(), feed.name())));
        }
        return elements;
    }

    static List<Element> item(Entry entry) {
        var elements = new ArrayList<Element>();
        entry.enclosures().stream()
                .limit(1)
                .filter(enclosure -> enclosure.duration() != null)
                .forEach(enclosure -> elements.add(
                        itunes("duration", Long.toString(enclosure.duration().toSeconds()))));
        var episode = entry.episode();
        if (episode != null) {
            add(elements, episode);
        }
        return elements;
    }

    private static void add(List<Element> elements, Episode episode) {
        // The article's lead image is not used: it is seldom the square that directories demand.
        if (episode.image() != null) {
            elements.add(itunesImage(episode.image()));
        }
        if (episode.title() != null) {
            elements.add(itunes("title", episode.title()));
        }
        if (episode.season() != null) {
            elements.add(itunes("season", episode.season().toString()));
            elements.add(podcast("season", episode.season().toString()));
        }
        if (episode.number() != null) {
            elements.add(itunes("episode", episode.number().toString()));
            elements.add(podcast("episode", episode.number().toString()));
        }
        elements.add(itunes("episodeType", word(episode.type())));
        if (episode.explicit() != null) {
            elements.add(itunes("explicit", episode.explicit().toString()));
        }
        for (var transcript : episode.transcripts()) {
            var element = new Element("transcript", PODCAST)
                    .setAttribute("url", transcript.url())
                    .setAttribute("type", transcript.type());
            attribute(element, "language", transcript.language());
            elements.add(element);
        }
        if (episode.chapters() != null) {
            elements.add(new Element("chapters", PODCAST)
                    .setAttribute("url", episode.chapters())
                    .setAttribute("type", "application/json+chapters"));
        }
        episode.people().forEach(person -> elements.add(person(person, person.image())));
    }

    private static Element category(Podcast.Topic topic) {
        var element = new Element("category", ITUNES).setAttribute("text", topic.name());
        if (topic.within() != null) {
            element.addContent(new Element("category", ITUNES).setAttribute("text", topic.within()));
        }
        return element;
    }

    private static Element person(Credit person, @Nullable String picture) {
        var element = podcast("person", person.name());
        attribute(element, "role", person.role());
        attribute(element, "img", picture);
        attribute(element, "href", person.link());
        return element;
    }

    private static void attribute(Element element, String name, @Nullable String value) {
        if (value != null) {
            element.setAttribute(name, value);
        }
    }

    private static Element itunes(String name, String text) {
        return new Element(name, ITUNES).setText(text);
    }

    private static Element itunesImage(String address) {
        return new Element("image", ITUNES).setAttribute("href", address);
    }

    private static Element podcast(String name, String text) {
        return new Element(name, PODCAST).setText(text);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
