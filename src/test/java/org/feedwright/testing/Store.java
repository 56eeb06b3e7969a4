package org.feedwright.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleStore;
import org.feedwright.article.Articles;
import org.feedwright.article.Media;
import org.feedwright.entry.Selections;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.Feeds;
import org.feedwright.search.Search;
import org.feedwright.store.Transactions;
import org.feedwright.store.nodes.Lease;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.feedwright.timeline.Timeline;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Articles and feeds on a real database, wired as in the application, without what stands in front of them. */
public final class Store implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-06-01T12:00:00.437Z");

    private final ConfigurableApplicationContext context;
    private final SettableClock clock;
    private final List<Object> told = new CopyOnWriteArrayList<>();

    private Store(SettableClock clock, String... settings) {
        this.clock = clock;
        this.context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("clock", clock);
                    beans.addBeanPostProcessor(new RecordingArticles.Recorder(told));
                    context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) this::heard);
                })
                .run(settings);
    }

    /** The store in this directory, which need not be empty. */
    public static Store sqlite(Path directory) {
        return new Store(new SettableClock(START), "--feedwright.data=" + directory);
    }

    /** The same with further settings. */
    public static Store sqlite(Path directory, String setting) {
        return new Store(new SettableClock(START), "--feedwright.data=" + directory, setting);
    }

    /** The store in a database of {@link Postgres}. */
    public static Store postgres(String url) {
        return new Store(
                new SettableClock(START),
                "--spring.datasource.url=" + url,
                "--spring.datasource.hikari.connection-timeout=20000"); // for a machine that has more to do
    }

    public Media media() {
        return context.getBean(Media.class);
    }

    public Publishing publishing() {
        return context.getBean(Publishing.class);
    }

    /** Where articles are written without places. */
    public ArticleStore articleStore() {
        return context.getBean(ArticleStore.class);
    }

    public Articles articles() {
        return context.getBean(Articles.class);
    }

    public Feeds feeds() {
        return context.getBean(Feeds.class);
    }

    public FeedLifecycle lifecycle() {
        return context.getBean(FeedLifecycle.class);
    }

    public Timeline timeline() {
        return context.getBean(Timeline.class);
    }

    public Selections selections() {
        return context.getBean(Selections.class);
    }

    public Search search() {
        return context.getBean(Search.class);
    }

    public SettableClock clock() {
        return clock;
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    public Transactions transactions() {
        return context.getBean(Transactions.class);
    }

    public Lease lease() {
        return context.getBean(Lease.class);
    }

    /** Runs something in one transaction. */
    public void transact(Runnable work) {
        transactions().write(work);
    }

    /** Every {@link ArticleEvent} and {@link FeedChanged} since the last call, in their order. */
    public List<Object> told() {
        var all = List.copyOf(told);
        told.clear();
        return all;
    }

    /** Does something whenever a feed has changed, in the thread that changed it, until it is closed. */
    public AutoCloseable onFeedChanged(Runnable what) {
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (event.getPayload() instanceof FeedChanged) {
                what.run();
            }
        };
        context.addApplicationListener(listener);
        return () -> context.removeApplicationListener(listener);
    }

    @Override
    public void close() {
        context.close();
    }

    private void heard(PayloadApplicationEvent<?> event) {
        var payload = event.getPayload();
        if (payload instanceof FeedChanged) {
            told.add(payload);
        }
    }

    /** Not a {@code @Configuration}, or the application would find it when tests start it as a whole. */
    @ComponentScan({
        "org.feedwright.store",
        "org.feedwright.article",
        "org.feedwright.feed",
        "org.feedwright.timeline",
        "org.feedwright.entry",
        "org.feedwright.search"
    })
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Parts {}
}
