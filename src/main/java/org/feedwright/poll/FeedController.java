package org.feedwright.poll;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.QueryRefused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The feeds' documents, for readers. Other methods than GET and HEAD never come here. */
@Controller
class FeedController {
    private final Editions editions;
    private final Answers answers;
    private final InstantSource clock;

    FeedController(Editions editions, Answers answers, InstantSource clock) {
        this.editions = editions;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping({
        "/feeds/{document}.{extension}",
        "/feeds/{document}.{extension}/",
        "/feeds/{feed}/{*document}",
    })
    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var address = DocumentAddress.parse(request.getRequestURI());
        if (address.isEmpty()) {
            Exchange.send(page(request).orElseGet(() -> answers.nothing(Found.Nothing.UNKNOWN)), request, response);
            return;
        }
        try {
            answer(asked(address.get(), request), request, response);
        } catch (QueryRefused e) {
            Exchange.send(Answers.refused(e.reason()), request, response);
        }
    }

    private static DocumentAddress asked(DocumentAddress address, HttpServletRequest request) {
        var query = QueryAddress.parse(request.getQueryString());
        if (query.isPresent() && address.archive() > 0) {
            throw new QueryRefused("An archive document is not searched. Ask at the feed's own address.");
        }
        return query.map(address::with).orElse(address);
    }

    /** The page of a category whose name someone has written with a dot in it. */
    private Optional<Answer> page(HttpServletRequest request) {
        return DocumentAddress.parse(request.getRequestURI() + "." + FeedFormat.ATOM.extension())
                .filter(address -> address.strand().facet() != null && !address.isExact())
                .map(address -> answers.moved(withQuery(address.page(), request)));
    }

    private void answer(DocumentAddress address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var poll = Exchange.poll(request);
        if (poll.isByPerson() && address.isExact()) {
            showPage(address, request, response); // for which no document has to be made
            return;
        }
        var found = editions.find(address);
        if (found instanceof Edition edition && !address.isExact()) {
            String self = address.query() == null ? withQuery(edition.self(), request) : edition.self();
            Exchange.send(answers.moved(self), request, response);
            return;
        }
        var decision = PollDecision.of(poll, found);
        if (decision instanceof PollDecision.ShowPage) {
            showPage(address, request, response);
        } else {
            Exchange.send(answer(decision, address), request, response);
        }
    }

    private Answer answer(PollDecision decision, DocumentAddress address) {
        var now = clock.instant();
        return switch (decision) {
            case PollDecision.SendDocument(var edition, var coding) -> answers.document(edition, coding, now);
            case PollDecision.SendDelta(var edition, var base, var coding) ->
                editions.delta(address, edition, base)
                        .map(delta -> answers.delta(edition, base, delta, coding, now))
                        .orElseGet(() -> answers.document(edition, coding, now));
            case PollDecision.NotModified(var edition, var coding) -> answers.notModified(edition, coding, now);
            case PollDecision.NotAcceptable(var edition) -> answers.notAcceptable(edition);
            case PollDecision.SendNothing(var reason) -> answers.nothing(reason);
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
