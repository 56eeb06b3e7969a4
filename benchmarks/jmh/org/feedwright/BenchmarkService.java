package org.feedwright;

import org.feedwright.article.FeedName;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.entry.Selection;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with a feed of 20 articles: the folder and the store are those in {@code jmh.directory}. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class BenchmarkService {
    public static final FeedName FEED = new FeedName("feed-0");

    private ConfigurableApplicationContext context;

    @Setup(Level.Trial)
    public void start() throws InterruptedException {
        String directory = System.getProperty("jmh.directory");
        context = SpringApplication.run(
                Feedwright.class,
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=error",
                "--feedwright.base-url=http://localhost",
                "--feedwright.folder=" + directory + "/feeds",
                "--feedwright.data=" + directory + "/data");
        while (feeds().find(FEED).isEmpty() || part(FirstLook.class).isUnderWay()) {
            Thread.sleep(20); // until the folder has been read, which is after the start
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        context.close();
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public Selection selection() {
        return feeds().select(feeds().find(FEED).orElseThrow());
    }

    private Feeds feeds() {
        return part(Feeds.class);
    }
}
