package org.feedwright.poll;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feeds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The feeds' documents, for readers. Other methods than GET and HEAD never come here. */
@Controller
@EnableConfigurationProperties(PollSettings.class)
class FeedController {
    private final Editions editions;
    private final Answers answers;
    private final InstantSource clock;

    FeedController(Editions editions, Feeds feeds, PollSettings settings, InstantSource clock) {
        this.editions = editions;
        this.answers = new Answers(settings.maxAge(), feeds.addresses().home());
        this.clock = clock;
    }

    @GetMapping({"/feeds/{document}.{extension}", "/feeds/{document}.{extension}/"})
    void answer(
            @PathVariable String document,
            @PathVariable String extension,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        var address = DocumentAddress.parse(document + "." + extension);
        if (address.isEmpty()) {
            Exchange.send(answers.nothing(Found.Nothing.UNKNOWN), request, response);
        } else {
            answer(address.get(), request, response);
        }
    }

    private void answer(DocumentAddress address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var found = editions.find(address.feed(), address.format());
        if (found instanceof Edition edition && !isExact(address, request)) {
            Exchange.send(answers.moved(withQuery(edition.document().self(), request)), request, response);
            return;
        }
        var now = clock.instant();
        switch (PollDecision.of(Exchange.poll(request), found)) {
            case PollDecision.ShowPage() -> showPage(address, request, response);
            case PollDecision.SendDocument(var edition, var coding) ->
                Exchange.send(answers.document(edition, coding, now), request, response);
            case PollDecision.NotModified(var edition, var coding) ->
                Exchange.send(answers.notModified(edition, coding, now), request, response);
            case PollDecision.NotAcceptable(var edition) ->
                Exchange.send(answers.notAcceptable(edition), request, response);
            case PollDecision.SendNothing(var reason) -> Exchange.send(answers.nothing(reason), request, response);
        }
    }

    private static void showPage(DocumentAddress address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Vary", Poll.VARY);
        request.getRequestDispatcher(Addresses.feedPath(address.feed())).forward(request, response);
    }

    private static boolean isExact(DocumentAddress address, HttpServletRequest request) {
        return address.isExact() && !request.getRequestURI().endsWith("/");
    }

    private static String withQuery(String address, HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(query -> address + "?" + query)
                .orElse(address);
    }
}
