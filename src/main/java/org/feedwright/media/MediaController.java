package org.feedwright.media;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Address;
import org.feedwright.feed.FirstLook;
import org.feedwright.http.Absence;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.feedwright.http.CommonFields;
import org.feedwright.http.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Answers requests for the files that come with articles. */
@Controller
class MediaController {
    private final PublishedMedia media;
    private final FirstLook firstLook;
    private final MediaAnswers answers;

    MediaController(PublishedMedia media, FirstLook firstLook, MediaAnswers answers) {
        this.media = media;
        this.firstLook = firstLook;
        this.answers = answers;
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
            case MediaCopy file -> answers.send(file, request, response);
        }
    }

    private void refuse(Absence absence, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reason = absence == Absence.UNKNOWN && firstLook.mayBringMore() ? Absence.NOT_YET : absence;
        var answer = Problem.of(reason.status(), Asked.path(request)).answer();
        AnswerWriter.send(reason.passes() ? answer.with(CommonFields.retryAfter(reason)) : answer, request, response);
    }
}
