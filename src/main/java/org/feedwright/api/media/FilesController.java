package org.feedwright.api.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.feedwright.api.ApiAddresses;
import org.feedwright.api.ApiRequest;
import org.feedwright.api.Exchange;
import org.feedwright.api.Json;
import org.feedwright.api.KnownFeeds;
import org.feedwright.api.ListQuery;
import org.feedwright.api.Refusal;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.upload.Receiving;
import org.feedwright.upload.UnfinishedUpload;
import org.feedwright.upload.UploadName;
import org.feedwright.upload.UploadRefused;
import org.feedwright.upload.UploadedFile;
import org.feedwright.upload.Uploads;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The addresses of files in the API. */
@Controller
class FilesController {
    private static final int MOST = 200; // characters of a name

    private final Exchange exchange;
    private final KnownFeeds feeds;
    private final Receiving receiving;
    private final Uploads uploads;
    private final KeptFiles files;
    private final SentFiles sent;
    private final FileAnswers answers;
    private final ApiAddresses addresses;

    FilesController(
            Exchange exchange,
            KnownFeeds feeds,
            Receiving receiving,
            Uploads uploads,
            KeptFiles files,
            SentFiles sent,
            Feeds catalogue) {
        this.exchange = exchange;
        this.feeds = feeds;
        this.receiving = receiving;
        this.uploads = uploads;
        this.files = files;
        this.sent = sent;
        this.answers = new FileAnswers(catalogue.addresses());
        this.addresses = ApiAddresses.of(catalogue.addresses());
    }

    @RequestMapping(ApiAddresses.MEDIA)
    void all(@PathVariable String feed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        exchange.answerUnread(request, response, List.of("GET", "POST"), UploadRefusals.told(asked -> {
            var name = KnownFeeds.name(feed);
            if (asked.method().equals("GET")) {
                asked.mustRead(name);
                return list(ListQuery.of(asked.query(), FilesController::canBeAName), name);
            }
            asked.mustPublish(name);
            feeds.findOpen(name);
            return post(asked, name, request);
        }));
    }

    private static boolean canBeAName(String after) {
        return after.length() <= MOST && after.indexOf('\0') < 0;
    }

    private Answer list(ListQuery query, FeedName feed) {
        feeds.find(feed);
        var found = uploads.list(feed, query.after(), query.limit() + 1);
        return query.answer("media", found, answers::json, UploadedFile::name, addresses.media(feed));
    }

    /** Keeps all files of a form, or none. */
    private Answer post(ApiRequest asked, FeedName feed, HttpServletRequest request) throws IOException {
        var received = sent.receive(feed, SentFiles.among(sent.parts(request)));
        var answer = Json.object();
        var list = answer.putArray("media");
        files.keep(asked.scopes(), received, check(asked)).forEach(kept -> list.add(answers.json(kept.file())));
        return Json.answer(201, Json.bytes(answer)).with(new Field("Location", addresses.media(feed)));
    }

    @RequestMapping(ApiAddresses.MEDIA + "/{*name}")
    void one(
            @PathVariable String feed,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        exchange.answerUnread(request, response, List.of("GET", "PUT", "DELETE"), UploadRefusals.told(asked -> {
            var known = KnownFeeds.name(feed);
            return switch (asked.method()) {
                case "GET" -> get(asked, known, name.substring(1));
                case "PUT" -> put(asked, known, name.substring(1), request);
                default -> delete(asked, known, name.substring(1));
            };
        }));
    }

    private Answer get(ApiRequest asked, FeedName feed, String name) {
        asked.mustRead(feed);
        feeds.find(feed);
        var file = uploads.find(feed, known(name)).orElseThrow(() -> KeptFiles.absent(feed, name));
        return answers.of(file).answer(asked.fields());
    }

    /** The name of a file that may be there: whoever looks for one learns that there is none. */
    private static String known(String written) {
        try {
            return UploadName.of(written);
        } catch (UploadRefused e) {
            throw new Refusal(404, e.detail());
        }
    }

    private Answer put(ApiRequest asked, FeedName feed, String written, HttpServletRequest request) throws IOException {
        asked.mustPublish(feed);
        feeds.findOpen(feed);
        String name = UploadName.of(written);
        FileType.check(name, request.getContentType());
        UploadFields.refuseOtherForms(asked.fields());
        var check = check(asked);
        check.accept(uploads.find(feed, name));
        var fields = UploadFields.of(asked.fields());
        var received = receiving.receive(feed, name, fields.total(), request.getInputStream());
        return fields.isLast()
                ? answers.kept(
                        files.keep(asked.scopes(), List.of(received), check).getFirst())
                : begun(received);
    }

    /** The answer to the first part of a file: where the others go. */
    private Answer begun(UnfinishedUpload upload) {
        return Answer.of(
                201,
                new Field("Location", addresses.upload(upload)),
                UploadFields.complete(false),
                UploadFields.offset(upload.offset()),
                UploadFields.limit(receiving.largest(), receiving.patience()),
                Json.NO_STORE);
    }

    private Consumer<Optional<UploadedFile>> check(ApiRequest asked) {
        return before -> exchange.conditions(asked)
                .check(before.map(file -> answers.of(file).tag()).orElse(null));
    }

    private Answer delete(ApiRequest asked, FeedName feed, String name) {
        asked.mustPublish(feed);
        feeds.find(feed);
        files.remove(feed, known(name), check(asked));
        return Answer.of(204, Json.NO_STORE);
    }
}
