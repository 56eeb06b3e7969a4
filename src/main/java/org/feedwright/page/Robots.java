package org.feedwright.page;

import java.nio.charset.StandardCharsets;
import org.feedwright.feed.Feeds;
import org.feedwright.http.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * What programs that follow links may read (<a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>):
 * everything. What is not published has secret addresses only, whose answers say that nobody is to list them; a program
 * that may not read them would not learn that.
 */
@Controller
class Robots {
    private final byte[] rules;

    Robots(Feeds feeds) {
        this.rules = """
                User-agent: *
                Disallow:

                Sitemap: %s
                """.formatted(feeds.addresses().sitemap()).getBytes(StandardCharsets.UTF_8);
    }

    @RequestMapping(
            path = "/robots.txt",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer rules() {
        return Pages.list("text/plain;charset=UTF-8", rules);
    }
}
