package org.feedwright.command;

import java.io.IOException;
import java.util.Optional;
import org.feedwright.access.PreviewAddresses;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.feedwright.feed.Address;
import org.feedwright.feed.Feeds;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code preview}: prints the secret address of a draft or a scheduled article, also beside a running service. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a secret address at which a draft or a scheduled article can be seen, as its last line.",
            "Whoever has the address sees the article until it is published, or until the time in"
                    + " feedwright.access.preview-lifetime has passed.",
            "Takes the service's settings as --name=value: it needs those that say where the data are, and"
                    + " feedwright.base-url."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:it is done",
            "2:the command was not understood",
            "3:the store could not be opened, or has no such article"
        })
final class PreviewCommand extends StoreCommand {
    @Parameters(paramLabel = "FEED/SLUG", description = "the feed's name and the end of the article's address")
    private String path = "";

    @Override
    int run() throws IOException, InterruptedException {
        var named = Address.parse(Address.ARTICLES + path);
        if (named.isPresent() && named.get() instanceof Address.Article(var feed, var slug)) {
            return withParts(parts -> print(feed, slug, parts));
        }
        say("'" + path + "' names no article. Write the feed's name and the article's slug: news/rain");
        return Commands.WRONG_USE;
    }

    private int print(FeedName feed, Slug slug, BeanFactory parts) {
        var article = parts.getBean(Articles.class).find(feed, slug);
        var address = article.flatMap(found -> address(found, parts));
        address.ifPresentOrElse(out()::println, () -> say(absent(article, feed + "/" + slug)));
        return address.isPresent() ? Commands.DONE : Commands.NOT_DONE;
    }

    /** The secret address; of an article that readers see, that of its page. */
    private Optional<String> address(Article article, BeanFactory parts) {
        var secret = parts.getBean(PreviewAddresses.class).of(article);
        if (secret.isPresent() || article.state() == Article.State.WITHDRAWN) {
            return secret;
        }
        say("Readers see this article already.");
        return Optional.of(parts.getBean(Feeds.class).addresses().article(article.feed(), article.slug()));
    }

    private static String absent(Optional<Article> article, String path) {
        return article.isPresent()
                ? "The article " + path + " was withdrawn"
                : "The store has no article " + path
                        + ". The service reads a file within seconds, unless 'check' finds a problem in it";
    }
}
