import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Random;
import org.feedwright.Feedwright;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Slug;
import org.springframework.boot.SpringApplication;

// Milliseconds (median, p99, longest) from the commit of an article to the end of the first poll that shows it. It
// publishes inside the service's own process, because only there is the moment of the commit known.
//
//   java -cp 'target/feedwright/feedwright.jar:target/feedwright/lib/*' benchmarks/Commit.java COUNT FEED SETTINGS…

void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    var feed = new FeedName(arguments[1]);
    String address = "/feeds/" + feed + ".atom";
    var random = new Random(1);
    long[] times = new long[count];
    try (var service = SpringApplication.run(Feedwright.class, Arrays.copyOfRange(arguments, 2, arguments.length));
            var http = new Http(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class))) {
        while (http.get(address).status() != 200) {
            Thread.sleep(20); // as a reader would: over HTTP nothing tells when it is there
        }
        var articles = service.getBean(Articles.class);
        var model = articles.newest(1, Instant.now()).getFirst().text();
        for (int i = -count; i < count; i++) { // as many again before, to warm up
            Thread.sleep(20 + random.nextInt(30)); // each by itself, and at no beat of the service
            String title = "Committed " + System.nanoTime();
            var manuscript = new Manuscript(
                    feed, new Slug("committed-" + (i + count)), null, "example.org", OffsetDateTime.now(), null, false,
                    new ArticleText(
                            title, null, model.authors(), model.categories(), model.highlights(), model.body(),
                            model.disclaimer(), null, null, null, model.enclosures()),
                    null, null);
            String tag = http.get(address).tag();
            articles.publish(manuscript, Instant.MIN);
            long begin = System.nanoTime();
            while (!http.get(address, "If-None-Match: " + tag).has(title)) {
                Thread.onSpinWait();
            }
            times[Math.max(i, 0)] = System.nanoTime() - begin;
        }
    }
    System.out.println(Latencies.of(times));
}
