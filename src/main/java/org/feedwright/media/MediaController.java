package org.feedwright.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Address;
import org.feedwright.feed.FirstLook;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.feedwright.http.CommonFields;
import org.feedwright.http.Fields;
import org.feedwright.http.HttpDate;
import org.feedwright.http.Preconditions;
import org.feedwright.http.Preconditions.Outcome;
import org.feedwright.http.Problem;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Answers requests for the files that come with articles: with the whole file, a part, or 304 (RFC 9110 §13 and §14).
 */
@Controller
class MediaController {
    private final PublishedMedia media;
    private final FirstLook firstLook;
    private final InstantSource clock;
    private final ResourceRegionHttpMessageConverter regions = new ResourceRegionHttpMessageConverter();

    MediaController(PublishedMedia media, FirstLook firstLook, InstantSource clock) {
        this.media = media;
        this.firstLook = firstLook;
        this.clock = clock;
    }

    @RequestMapping(
            path = Address.MEDIA + "{feed}/{*path}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void answer(
            @PathVariable String feed,
            @PathVariable String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var found = FeedName.isValid(feed) && !path.isEmpty()
                ? media.find(new FeedName(feed), path.substring(1))
                : new MediaLookup.Nothing(Absence.UNKNOWN);
        switch (found) {
            case MediaLookup.Nothing(var reason) -> refuse(reason, request, response);
            case MediaCopy file -> answer(file, request, response);
        }
    }

    private void refuse(Absence absence, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reason = absence == Absence.UNKNOWN && firstLook.mayBringMore() ? Absence.NOT_YET : absence;
        var answer = Problem.of(reason.status(), Asked.path(request)).answer();
        AnswerWriter.send(reason.passes() ? answer.with(CommonFields.retryAfter(reason)) : answer, request, response);
    }

    private void answer(MediaCopy file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var now = clock.instant();
        String tag = file.entityTag().replace("\"", "");
        switch (Preconditions.of(Fields.of(request)).outcome(tag, tag::equals, file.changed(now))) {
            case Outcome.Failed _ ->
                AnswerWriter.send(Problem.of(412, Asked.path(request)).answer(), request, response);
            case Outcome.NotModified _ -> AnswerWriter.send(file.answer(304, now), now, request, response);
            case Outcome.Met _ -> send(file, now, request, response);
        }
    }

    private void send(MediaCopy file, Instant now, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Date", HttpDate.format(now));
        switch (MediaPart.of(file, request)) {
            case MediaPart.Whole _ -> sendWhole(file, now, request, response);
            case MediaPart.Regions(var parts) -> send(parts, file, now, response);
            case MediaPart.Unsatisfiable _ ->
                AnswerWriter.begin(
                        file.answer(416, now)
                                .with(new Field("Content-Range", "bytes */" + file.length()), CommonFields.NO_CACHE),
                        response);
        }
    }

    private static void sendWhole(MediaCopy file, Instant now, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AnswerWriter.begin(
                file.answer(200, now)
                        .with(
                                new Field("Content-Type", file.type()),
                                new Field("Content-Length", String.valueOf(file.length()))),
                response);
        if (request.getMethod().equals("GET") && file.length() > 0) {
            try (var input = file.content().getInputStream()) {
                // No more than was said, even if the file has grown since.
                StreamUtils.copyRange(input, response.getOutputStream(), 0, file.length() - 1);
            }
        }
    }

    private void send(List<ResourceRegion> parts, MediaCopy file, Instant now, HttpServletResponse response)
            throws IOException {
        AnswerWriter.begin(file.answer(206, now), response);
        var output = new ServletServerHttpResponse(response);
        Object body = parts.size() == 1 ? parts.getFirst() : parts;
        regions.write(body, MediaType.parseMediaType(file.type()), output);
    }
}
