package org.feedwright.page;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Address;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.CommonFields;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Puts what a page shows into its template and answers with it, under the headers that all pages share.
 *
 * <p>It is rendered whole before anything is sent, so that its hash can be its validator and an error in a
 * template is an error for the browser too. That saves bandwidth and not work.
 */
@Component
@EnableConfigurationProperties(PageSettings.class)
class Pages {
    /** Nothing runs on a page; pictures and sound may be where an article's author has them. */
    private static final String POLICY = "default-src 'none'; img-src * data:; media-src *; style-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<Field> FIELDS = List.of(
            new Field("Content-Type", "text/html;charset=UTF-8"),
            CommonFields.NO_CACHE,
            CommonFields.policy(POLICY),
            CommonFields.NO_SNIFFING,
            new Field("Referrer-Policy", "strict-origin-when-cross-origin"));

    private final String root;
    private final Site site;
    private final FirstLook firstLook;

    Pages(PageSettings settings, Feeds feeds, FirstLook firstLook) {
        this.firstLook = firstLook;
        this.root = path(feeds.addresses().home()).replaceAll("/$", "");
        this.site = new Site(
                settings.title(),
                root + "/",
                root + Assets.path("feedwright.css"),
                root + Assets.path("feedwright.svg"),
                root + Addresses.SUBSCRIPTIONS,
                settings.micropub() ? root + "/micropub" : null);
    }

    /** What the build makes of a file in {@code src/main/jte}: it escapes what authors wrote, by where it stands. */
    @FunctionalInterface
    interface Template<V> {
        /**
         * Writes a page.
         *
         * @param interceptor null: no element is written in another way than the template says
         */
        void render(HtmlTemplateOutput html, @Nullable HtmlInterceptor interceptor, Site site, V view);
    }

    /**
     * What every page shows of the site around it.
     *
     * @param micropub where writing apps send posts; null where they are not told
     */
    record Site(
            String title,
            String home,
            String stylesheet,
            String icon,
            String subscriptions,
            @Nullable String micropub) {}

    /** What a page without content says. */
    record Message(String title, String text) {}

    /** @param alternates the documents that carry the same as the page, for its header (RFC 8288) */
    <V> Answer page(Template<V> template, V view, List<FormatLink> alternates) {
        byte[] html = render(template, view);
        var answer = answer(200, html).with(tag(html));
        return alternates.isEmpty() ? answer : answer.with(new Field("Link", FormatLink.header(alternates)));
    }

    /**
     * Nothing is here. It says the same of an address that was never used as of a draft and of what is
     * scheduled, or it would tell that there is one.
     */
    Answer missing() {
        return firstLook.mayBringMore() ? notYet() : nothing();
    }

    private Answer notYet() {
        return later(
                Absence.NOT_YET,
                "Please come back in a moment",
                "The service has just started and is still reading what it publishes.");
    }

    private Answer nothing() {
        return message(
                404,
                "There is nothing at this address",
                "It may have been mistyped, or what was here has moved. The front page lists everything there is.");
    }

    /** Something was here and has been taken back for good. */
    Answer gone(String title, String text) {
        return message(410, title, text);
    }

    /** The same, told at more length. */
    <V> Answer gone(Template<V> template, V view) {
        return answer(410, render(template, view));
    }

    Answer message(int status, String title, String text) {
        return answer(status, render(JteMessageGenerated::render, new Message(title, text)));
    }

    /** 503: something that may be here, but cannot be shown just now. */
    Answer later(Absence absence, String title, String text) {
        return message(absence.status(), title, text).with(CommonFields.retryAfter(absence));
    }

    /** 301 to an absolute address; nothing is to be remembered of it, for another page may come here. */
    Answer moved(String address) {
        return answer(301, new byte[0]).with(new Field("Location", address));
    }

    /** What the site is called. */
    String title() {
        return site.title();
    }

    String frame() {
        return site.toString();
    }

    /** The path of a page, for links between pages: they work whatever host the browser reached this by. */
    String path(String address) {
        return URI.create(address).getRawPath();
    }

    /** @param archive the number of an archive; 0 for the newest articles */
    String path(LogicalFeed logicalFeed, int archive) {
        return root + new Address.Page(logicalFeed, archive).path();
    }

    String path(FeedName feed) {
        return root + Address.Page.of(feed).path();
    }

    private static Answer answer(int status, byte[] html) {
        return Answer.of(status, FIELDS, html);
    }

    /** A text for programs, under a hash of all that it says. */
    static Answer list(String type, byte[] text) {
        return Answer.of(
                200,
                List.of(new Field("Content-Type", type), CommonFields.NO_CACHE, CommonFields.NO_SNIFFING, tag(text)),
                text);
    }

    private <V> byte[] render(Template<V> template, V view) {
        var html = new Utf8ByteOutput();
        template.render(new OwaspHtmlTemplateOutput(html), null, site, view);
        return html.toByteArray();
    }

    /** A strong validator (RFC 9110 §8.8.3). */
    static Field tag(byte[] html) {
        return new Field("ETag", '"' + Digest.hex(html) + '"');
    }
}
