package org.feedwright.poll;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Aliases;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.feed.JdbcFormerDocuments;
import org.feedwright.feed.LocalAddress;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.Asked;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What is said at an address where nothing lives, but where readers had a feed or an article before it came here: feeds'
 * {@code formerly-at}, and articles' {@code aliases}.
 */
@Component
class OtherAddresses {
    private final JdbcFormerDocuments documents;
    private final Aliases aliases;
    private final Articles articles;
    private final Feeds feeds;
    private final FirstLook firstLook;
    private final Answers answers;
    private final InstantSource clock;

    OtherAddresses(
            JdbcFormerDocuments documents,
            Aliases aliases,
            Articles articles,
            Feeds feeds,
            FirstLook firstLook,
            Answers answers,
            InstantSource clock) {
        this.documents = documents;
        this.aliases = aliases;
        this.articles = articles;
        this.feeds = feeds;
        this.firstLook = firstLook;
        this.answers = answers;
        this.clock = clock;
    }

    /** The answer to who asks for an address at which there is nothing; empty if there never was anything. */
    Optional<Answer> answer(HttpServletRequest request, String query) {
        String asked = Asked.path(request);
        try {
            var answer = paths(request)
                    .map(path -> LocalAddress.asked(path, query.isEmpty() ? null : query))
                    .flatMap(address -> answer(address, asked, query).stream())
                    .findFirst();
            // The look at the folder may still bring whoever was here before.
            return answer.isEmpty() && firstLook.mayBringMore()
                    ? Optional.of(answers.nothing(Absence.NOT_YET, asked))
                    : answer;
        } catch (DataAccessException _) {
            return Optional.of(answers.nothing(Absence.UNREACHABLE, asked));
        }
    }

    /** The paths that are meant, the likelier first. */
    private Stream<String> paths(HttpServletRequest request) {
        String below = request.getRequestURI();
        boolean isTaken = request.getAttribute(Asked.WITH_BASE) != null;
        return Stream.concat(Stream.of(below), feeds.addresses().basePath().otherwise(below, isTaken).stream());
    }

    /** Whether an article claims this address. */
    boolean isKnown(Address address) {
        return aliases.find(List.of(address.decoded()), clock.instant()).isPresent();
    }

    /** The answer to who asks for the front page by a query that means nothing to it. */
    Optional<Answer> ofQuery(String query) {
        try {
            var asked = LocalAddress.asked("/", query).toString();
            var ways = storable(Stream.of(asked));
            return feed(ways).map(answers::moved).or(() -> article(ways, asked, query));
        } catch (DataAccessException _) {
            return Optional.empty(); // the front page says so
        }
    }

    private Optional<Answer> answer(LocalAddress asked, String path, String query) {
        var ways = storable(Stream.of(asked, asked.withoutQuery()).map(LocalAddress::toString));
        return feed(ways).map(answers::moved).or(() -> article(ways, path, query));
    }

    /** No address that is stored has a NUL in it, and PostgreSQL refuses to look for one. */
    private static List<String> storable(Stream<String> ways) {
        return ways.filter(way -> way.indexOf('\0') < 0).distinct().toList();
    }

    /** The query of a former address means nothing where the feed is now. */
    private Optional<String> feed(List<String> ways) {
        return documents.find(ways).map(document -> feeds.addresses().document(document.feed(), document.extension()));
    }

    private Optional<Answer> article(List<String> ways, String path, String query) {
        return aliases.find(ways, clock.instant())
                .flatMap(alias -> articles.find(alias.article())
                        .map(article -> answer(article, path, isWithQuery(alias.address()) ? "" : query)));
    }

    private Answer answer(Article article, String path, String query) {
        if (!article.isVisible(clock.instant())) {
            return Answers.withdrawn(path);
        }
        String address = feeds.addresses().article(article.feed(), article.slug());
        return answers.moved(query.isEmpty() ? address : address + "?" + query);
    }

    private static boolean isWithQuery(String address) {
        return address.indexOf('?') >= 0;
    }
}
