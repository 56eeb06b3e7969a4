package org.feedwright.poll;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.DeltaReaders;
import org.feedwright.edition.DocumentAddress;
import org.feedwright.edition.Edition;
import org.feedwright.edition.Editions;
import org.feedwright.feed.Address;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.feedwright.http.Fields;
import org.feedwright.search.QueryAddress;
import org.feedwright.search.QueryRefused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The feeds' documents, for readers. Other methods than GET and HEAD never come here. */
@Controller
class FeedController {
    private final Editions editions;
    private final Answers answers;
    private final DeltaReaders deltaReaders;
    private final PollCounts counts;
    private final InstantSource clock;

    FeedController(
            Editions editions, Answers answers, DeltaReaders deltaReaders, PollCounts counts, InstantSource clock) {
        this.editions = editions;
        this.answers = answers;
        this.deltaReaders = deltaReaders;
        this.counts = counts;
        this.clock = clock;
    }

    @RequestMapping(
            path = {Address.FEEDS + "{document}.{extension}", Address.FEEDS + "{feed}/{*document}"},
            method = {RequestMethod.GET, RequestMethod.HEAD})
    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var address = DocumentAddress.parse(request.getRequestURI());
        if (address.isEmpty()) {
            var answer = page(request).orElseGet(() -> answers.nothing(Absence.UNKNOWN, Asked.path(request)));
            AnswerWriter.send(answer, request, response);
            return;
        }
        try {
            answer(asked(address.get(), request), request, response);
        } catch (QueryRefused e) {
            AnswerWriter.send(Answers.refused(e.reason(), Asked.path(request)), request, response);
        }
    }

    private static DocumentAddress asked(DocumentAddress address, HttpServletRequest request) {
        var query = QueryAddress.parse(request.getQueryString());
        if (query.isPresent() && address.archive() > 0) {
            throw new QueryRefused("An archive document is not searched. Ask at the feed's own address.");
        }
        return query.map(address::with).orElse(address);
    }

    /** The page of a category whose name someone has written with a dot in it, if there is such a category. */
    private Optional<Answer> page(HttpServletRequest request) {
        return DocumentAddress.parse(request.getRequestURI() + "." + FeedFormat.ATOM.extension())
                .filter(address -> address.logicalFeed().facet() != null && !address.isExact())
                .map(editions::find)
                .filter(Edition.class::isInstance)
                .map(found -> answers.moved(withQuery(Answers.page((Edition) found), request)));
    }

    private void answer(DocumentAddress address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var poll = Poll.of(Fields.of(request), deltaReaders);
        if (poll.isByPerson() && address.isExact()) {
            showPage(address, request, response); // for which no document has to be made
            return;
        }
        var found = editions.find(address);
        if (found instanceof Edition edition && !address.isExact()) {
            String self = address.query() == null ? withQuery(edition.self(), request) : edition.self();
            AnswerWriter.send(answers.moved(self), request, response);
            return;
        }
        var decision = PollDecision.of(poll, found);
        if (decision instanceof PollDecision.ShowPage) {
            showPage(address, request, response);
        } else {
            var now = clock.instant();
            var answer = answer(decision, address, Asked.path(request), now);
            counts.tick(now);
            CountingFilter.note(counts.note(address, decision, answer), request);
            AnswerWriter.send(answer, now, request, response);
        }
    }

    private Answer answer(PollDecision decision, DocumentAddress address, String path, Instant now) {
        return switch (decision) {
            case PollDecision.SendDocument(var edition, var coding) -> answers.document(edition, coding, now);
            case PollDecision.SendDelta(var edition, var base, var coding) ->
                editions.delta(address, edition, base)
                        .map(delta -> answers.delta(edition, base, delta, coding))
                        .orElseGet(() -> answers.document(edition, coding, now));
            case PollDecision.NotModified(var edition, var coding) -> answers.notModified(edition, coding, now);
            case PollDecision.PreconditionFailed _ -> Answers.preconditionFailed(path);
            case PollDecision.NotAcceptable(var edition) -> answers.notAcceptable(edition, path);
            case PollDecision.SendNothing(var reason) -> answers.nothing(reason, path);
            case PollDecision.ShowPage _ -> throw new IllegalArgumentException("a page is no answer to a poll");
        };
    }

    private static void showPage(DocumentAddress address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Vary", Poll.VARY);
        String query = address.query() == null ? "" : "?" + address.query();
        request.getRequestDispatcher(address.page() + query).forward(request, response);
    }

    private static String withQuery(String address, HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(query -> address + "?" + query)
                .orElse(address);
    }
}
