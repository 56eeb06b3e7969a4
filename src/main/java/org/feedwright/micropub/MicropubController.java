package org.feedwright.micropub;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedwright.access.Caller;
import org.feedwright.access.Scopes;
import org.feedwright.api.ApiArticles.Written;
import org.feedwright.api.ApiRequest;
import org.feedwright.api.Exchange;
import org.feedwright.api.FieldNote;
import org.feedwright.api.Idempotency;
import org.feedwright.api.Json;
import org.feedwright.api.Refusal;
import org.feedwright.api.media.FileType;
import org.feedwright.api.media.SentFiles;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two addresses of Micropub: for posts, and for files that posts will name. */
@Controller
class MicropubController {
    private static final String ENDPOINT = "/micropub";

    private final Exchange exchange;
    private final Idempotency idempotency;
    private final Destinations destinations;
    private final Posts posts;
    private final PostFiles files;
    private final SentFiles sent;
    private final Queries queries;
    private final Addresses addresses;

    MicropubController(
            Exchange exchange,
            Idempotency idempotency,
            Destinations destinations,
            Posts posts,
            PostFiles files,
            SentFiles sent,
            Queries queries,
            Feeds feeds) {
        this.exchange = exchange;
        this.idempotency = idempotency;
        this.destinations = destinations;
        this.posts = posts;
        this.files = files;
        this.sent = sent;
        this.queries = queries;
        this.addresses = feeds.addresses();
    }

    /** Answers a request of someone who may do what these scopes say. */
    private interface Handler {
        Answer answer(Scopes scopes) throws IOException;
    }

    @RequestMapping(ENDPOINT)
    void endpoint(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, scopes -> switch (request.getMethod()) {
            case "GET", "HEAD" -> Json.answer(200, Json.bytes(queries.answer(scopes, new QueryParameters(request))));
            case "POST" -> post(scopes, request);
            default -> throw notAllowed(request, "GET, HEAD, POST");
        });
    }

    @RequestMapping(Queries.MEDIA_ENDPOINT)
    void media(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, scopes -> {
            if (!request.getMethod().equals("POST")) {
                throw notAllowed(request, "POST");
            }
            return file(scopes, request);
        });
    }

    @RequestMapping(ENDPOINT + "/**")
    void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, _ -> {
            throw new Refusal(404, "There is nothing here. Micropub is at " + ENDPOINT + ".");
        });
    }

    private static Refusal notAllowed(HttpServletRequest request, String allowed) {
        return new Refusal(
                405,
                request.getMethod() + " means nothing here. What can be done is: " + allowed + ".",
                new Field("Allow", allowed));
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Handler handler)
            throws IOException {
        Answer answer;
        try {
            answer = handler.answer(Caller.of(request).scopes());
        } catch (Refusal e) {
            answer = MicropubRefusal.answer(e);
        } catch (DataAccessException | TransactionException e) {
            answer = MicropubRefusal.answer(Exchange.failed(e));
        }
        AnswerWriter.write(answer, request, response);
    }

    private Answer post(Scopes scopes, HttpServletRequest request) throws IOException {
        return switch (FileType.plain(request.getContentType())) {
            case "application/json" -> {
                var asked = exchange.read(request);
                yield once(asked, () -> json(scopes, asked.json()));
            }
            case "application/x-www-form-urlencoded", "multipart/form-data" ->
                form(scopes, request, PostForm.read(request, sent));
            default ->
                throw new Refusal(
                        415,
                        "Send a post as application/json, application/x-www-form-urlencoded or multipart/form-data.");
        };
    }

    /** Answers a request that comes again with the same {@code Idempotency-Key} as before, as the API does. */
    private Answer once(ApiRequest asked, Supplier<Answer> work) {
        return idempotency.once(asked, MicropubRefusal::answer, work);
    }

    private Answer form(Scopes scopes, HttpServletRequest request, PostForm form) throws IOException {
        var head = ApiRequest.of(request, new byte[0]);
        var asked = Idempotency.hasKey(head) ? ApiRequest.of(request, form.essence()) : head;
        String action = form.first("action");
        if (action != null) {
            return once(asked, () -> act(scopes, action, form.first("url")));
        }
        refuseOtherTypes("h-" + Objects.requireNonNullElse(form.first("h"), "entry"));
        var post = form.post();
        var feed = destinations.of(scopes, post.command("destination", "channel"));
        var kept = files.keep(scopes, feed, form.media());
        for (int i = 0; i < kept.size(); i++) {
            post.add(
                    form.files().get(i).property(),
                    Json.tree(addresses.media(feed, kept.get(i).path())));
        }
        var isDone = new AtomicBoolean();
        boolean isTaken = false;
        try {
            var answer = once(asked, () -> {
                isDone.set(true);
                return created(post, posts.create(scopes, feed, post));
            });
            isTaken = isDone.get() && answer.status() < 400; // and was not undone, or answered before
            return answer;
        } finally {
            if (!isTaken) {
                files.takeBack(kept);
            }
        }
    }

    private Answer json(Scopes scopes, ObjectNode request) {
        if (request.has("action")) {
            String action = request.get("action").asString("");
            String url = request.path("url").asString(null);
            return action.equals("update")
                    ? changed(posts.update(scopes, url(url), PropertyChange.read(request)))
                    : act(scopes, action, url);
        }
        if (request.get("type") instanceof ArrayNode types) {
            types.values().forEach(type -> refuseOtherTypes(type.asString("")));
        }
        var post = Post.read(request.get("properties"));
        var feed = destinations.of(scopes, post.command("destination", "channel"));
        return created(post, posts.create(scopes, feed, post));
    }

    private static void refuseOtherTypes(String type) {
        if (!type.equals("h-entry")) {
            throw MicropubRefusal.invalid("Only posts (h-entry) can be created here, and not '" + type + "'.");
        }
    }

    private Answer act(Scopes scopes, String action, @Nullable String url) {
        if (!Set.of("delete", "undelete").contains(action)) {
            throw MicropubRefusal.invalid(
                    "'action' is neither delete nor undelete; an update is sent as JSON. Leave it out to create a post.");
        }
        if (action.equals("undelete")) {
            return changed(posts.undelete(scopes, url(url)));
        }
        posts.delete(scopes, url(url));
        return Answer.of(204, Json.NO_STORE);
    }

    private static String url(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw MicropubRefusal.invalid("Say by 'url' which post is meant.");
        }
        return url;
    }

    private Answer created(Post post, Written written) {
        return told(201, written, post.unfollowed()).with(new Field("Location", posts.page(written)));
    }

    private Answer changed(Written written) {
        return written.held().hasWarnings() ? told(200, written, Stream.empty()) : Answer.of(204, Json.NO_STORE);
    }

    /**
     * What its author should know, such as what readers are not shown.
     *
     * @param more what is to be known of the request, and is not stored
     */
    private Answer told(int status, Written written, Stream<FieldNote> more) {
        var told = Json.object();
        told.put("url", posts.page(written));
        var warnings = told.putArray("warnings");
        Json.read(written.held().warnings()).forEach(warnings::add);
        more.forEach(note -> warnings.add(Json.tree(note)));
        return Json.answer(status, Json.bytes(told));
    }

    /** Keeps one file, which a post names later. */
    private Answer file(Scopes scopes, HttpServletRequest request) throws IOException {
        if (!SentFiles.areIn(request)) {
            throw new Refusal(415, "Send one file as multipart/form-data, in a part named 'file'.");
        }
        var form = PostForm.read(request, sent);
        if (form.files().size() != 1 || !form.files().getFirst().property().equals("file")) {
            throw MicropubRefusal.invalid("The form has not just one file, in a part named 'file'.");
        }
        var feed = destinations.of(scopes, form.post().command("destination", "channel"));
        var kept = files.keep(scopes, feed, List.of(form.files().getFirst().part()))
                .getFirst();
        String address = addresses.media(feed, kept.path());
        return Json.answer(201, Json.bytes(Json.object().put("url", address))).with(new Field("Location", address));
    }
}
