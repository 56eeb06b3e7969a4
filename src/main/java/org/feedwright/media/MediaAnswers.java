package org.feedwright.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.feedwright.http.Answer;
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
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/** Sends files that come with articles: the whole file, a part, or 304 (RFC 9110 §13 and §14). */
@Component
public class MediaAnswers {
    private final InstantSource clock;
    private final ResourceRegionHttpMessageConverter regions = new ResourceRegionHttpMessageConverter();

    MediaAnswers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Sends a file as it is asked for.
     *
     * @param more header fields that count before those that files have
     */
    public void send(MediaCopy file, HttpServletRequest request, HttpServletResponse response, Field... more)
            throws IOException {
        var now = clock.instant();
        String tag = file.entityTag().replace("\"", "");
        switch (Preconditions.of(Fields.of(request)).outcome(tag, tag::equals, file.changed(now))) {
            case Outcome.Failed _ ->
                AnswerWriter.send(Problem.of(412, Asked.path(request)).answer(more), request, response);
            case Outcome.NotModified _ ->
                AnswerWriter.send(file.answer(304, now).with(more), now, request, response);
            case Outcome.Met _ -> sendContent(file, now, request, response, more);
        }
    }

    private void sendContent(
            MediaCopy file, Instant now, HttpServletRequest request, HttpServletResponse response, Field... more)
            throws IOException {
        response.setHeader("Date", HttpDate.format(now));
        switch (MediaPart.of(file, request)) {
            case MediaPart.Whole _ -> sendWhole(file, file.answer(200, now).with(more), request, response);
            case MediaPart.Regions(var parts) ->
                send(parts, file, file.answer(206, now).with(more), response);
            case MediaPart.Unsatisfiable _ ->
                AnswerWriter.begin(
                        file.answer(416, now)
                                .with(new Field("Content-Range", "bytes */" + file.length()), CommonFields.NO_CACHE)
                                .with(more),
                        response);
        }
    }

    private static void sendWhole(
            MediaCopy file, Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AnswerWriter.begin(
                answer.with(
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

    private void send(List<ResourceRegion> parts, MediaCopy file, Answer answer, HttpServletResponse response)
            throws IOException {
        AnswerWriter.begin(answer, response);
        var output = new ServletServerHttpResponse(response);
        Object body = parts.size() == 1 ? parts.getFirst() : parts;
        regions.write(body, MediaType.parseMediaType(file.type()), output);
    }
}
