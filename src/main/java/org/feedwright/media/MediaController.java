package org.feedwright.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.FirstLook;
import org.feedwright.http.Fields;
import org.feedwright.http.HttpDate;
import org.feedwright.http.Preconditions;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

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
            path = Addresses.MEDIA + "/{feed}/{*path}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void answer(
            @PathVariable String feed,
            @PathVariable String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!FeedName.isValid(feed) || path.isEmpty()) {
            throw missing();
        }
        switch (media.find(new FeedName(feed), path.substring(1))) {
            case PublishedMedia.Nothing.UNKNOWN -> throw missing();
            case PublishedMedia.Nothing.WITHDRAWN -> throw new ResponseStatusException(HttpStatus.GONE);
            case MediaRepresentation file -> answer(file, request, response);
        }
    }

    private ResponseStatusException missing() {
        return firstLook.mayBringMore() ? new NotYet() : new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** There is no such file yet, and the folder has not been looked through. */
    private static final class NotYet extends ResponseStatusException {
        NotYet() {
            super(HttpStatus.SERVICE_UNAVAILABLE);
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "1");
            return headers;
        }
    }

    private void answer(MediaRepresentation file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var now = clock.instant();
        var outcome =
                Preconditions.of(Fields.of(request)).outcome(file.entityTag().replace("\"", ""), file.modified());
        if (outcome == Preconditions.Outcome.FAILED) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED);
        }
        file.headers().forEach(response::setHeader);
        response.setHeader(HttpHeaders.DATE, HttpDate.format(now));
        long modified = file.isDated(now) ? file.modified().toEpochMilli() : -1;
        if (new ServletWebRequest(request, response).checkNotModified(file.entityTag(), modified)) {
            return;
        }
        if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            // "If the field value is "*", the condition is false if the origin server has a current
            // representation" (RFC 9110 §13.1.2), which the framework heeds for writing methods only.
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        switch (MediaPart.of(file, request)) {
            case MediaPart.Whole _ -> sendWhole(file, request, response);
            case MediaPart.Regions(var parts) -> send(parts, file, response);
            case MediaPart.Unsatisfiable _ -> {
                response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.length());
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
        }
    }

    private static void sendWhole(MediaRepresentation file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(file.type());
        response.setContentLengthLong(file.length());
        if (request.getMethod().equals("GET") && file.length() > 0) {
            try (var input = Files.newInputStream(file.path())) {
                // No more than was said, even if the file has grown since.
                StreamUtils.copyRange(input, response.getOutputStream(), 0, file.length() - 1);
            }
        }
    }

    private void send(List<ResourceRegion> parts, MediaRepresentation file, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        var output = new ServletServerHttpResponse(response);
        Object body = parts.size() == 1 ? parts.getFirst() : parts;
        regions.write(body, MediaType.parseMediaType(file.type()), output);
    }
}
