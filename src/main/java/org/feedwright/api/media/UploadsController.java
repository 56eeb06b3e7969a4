package org.feedwright.api.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.feedwright.api.ApiAddresses;
import org.feedwright.api.ApiRequest;
import org.feedwright.api.Exchange;
import org.feedwright.api.Json;
import org.feedwright.api.KnownFeeds;
import org.feedwright.api.Refusal;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.upload.Receiving;
import org.feedwright.upload.UnfinishedUpload;
import org.feedwright.upload.UploadRefused;
import org.feedwright.upload.UploadedFile;
import org.feedwright.upload.Uploads;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The addresses of uploads that come in parts
 * (<a href="https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/">Resumable Uploads for HTTP</a>).
 */
@Controller
class UploadsController {
    private static final String PARTIAL = "application/partial-upload";

    private final Exchange exchange;
    private final KnownFeeds feeds;
    private final Receiving receiving;
    private final Uploads uploads;
    private final KeptFiles files;
    private final FileAnswers answers;

    UploadsController(
            Exchange exchange,
            KnownFeeds feeds,
            Receiving receiving,
            Uploads uploads,
            KeptFiles files,
            Feeds catalogue) {
        this.exchange = exchange;
        this.feeds = feeds;
        this.receiving = receiving;
        this.uploads = uploads;
        this.files = files;
        this.answers = new FileAnswers(catalogue.addresses());
    }

    @RequestMapping(ApiAddresses.UPLOAD)
    void upload(
            @PathVariable String feed,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var methods = List.of("GET", "PATCH", "DELETE");
        exchange.answerUnread(request, response, methods, UploadRefusals.told(asked -> {
            var name = KnownFeeds.name(feed);
            asked.mustPublish(name);
            feeds.find(name);
            return switch (asked.method()) {
                case "GET" -> state(name, id);
                case "PATCH" -> append(asked, open(name, id), request);
                default -> cancel(found(name, id));
            };
        }));
    }

    private UnfinishedUpload found(FeedName feed, String id) {
        return receiving.unfinished(feed, id).orElseThrow(() -> over(feed, id));
    }

    private Refusal over(FeedName feed, String id) {
        return uploads.finished(feed, id)
                .map(_ -> new Refusal(409, "This upload is complete. Begin another one.", UploadFields.complete(true)))
                .orElseGet(UploadsController::absent);
    }

    /** One that can go on: a feed that has ended takes no more. */
    private UnfinishedUpload open(FeedName feed, String id) {
        feeds.findOpen(feed);
        return found(feed, id);
    }

    private static Refusal absent() {
        return new Refusal(
                404, "There is no such upload: it was given up, or nobody has gone on with it for too long.");
    }

    /** How far an upload has come. */
    private Answer state(FeedName feed, String id) {
        var unfinished = receiving.unfinished(feed, id);
        if (unfinished.isPresent()) {
            return under(204, unfinished.get());
        }
        long length = uploads.finished(feed, id).map(UploadedFile::length).orElseThrow(UploadsController::absent);
        return Answer.of(
                204,
                UploadFields.complete(true),
                UploadFields.offset(length),
                UploadFields.length(length),
                Json.NO_STORE);
    }

    private Answer under(int status, UnfinishedUpload upload) {
        var answer = Answer.of(
                status,
                UploadFields.complete(false),
                UploadFields.offset(upload.offset()),
                UploadFields.limit(receiving.largest(), receiving.patience()),
                Json.NO_STORE);
        Long total = upload.total();
        return total == null ? answer : answer.with(UploadFields.length(total));
    }

    private Answer append(ApiRequest asked, UnfinishedUpload upload, HttpServletRequest request) throws IOException {
        if (!FileType.plain(request.getContentType()).equals(PARTIAL)) {
            throw new Refusal(415, "Send it as Content-Type: " + PARTIAL + ".", new Field("Accept-Patch", PARTIAL));
        }
        UploadFields.refuseOtherForms(asked.fields());
        var fields = UploadFields.of(asked.fields());
        Long offset = fields.offset();
        if (offset == null || asked.fields().value("Upload-Complete") == null) {
            throw new Refusal(
                    400, "Say where the content begins and whether it is the last: Upload-Offset and Upload-Complete.");
        }
        if (offset != upload.offset()) {
            throw UploadRefused.offset(upload.offset());
        }
        var received = receiving.append(upload, fields.total(), request.getInputStream());
        return fields.isLast()
                ? answers.kept(files.keep(asked.scopes(), List.of(received), _ -> {})
                                .getFirst())
                        .with(UploadFields.complete(true), UploadFields.offset(received.offset()))
                : under(204, received);
    }

    private Answer cancel(UnfinishedUpload upload) {
        if (!receiving.cancel(upload)) {
            throw over(upload.feed(), upload.id());
        }
        return Answer.of(204, Json.NO_STORE);
    }
}
