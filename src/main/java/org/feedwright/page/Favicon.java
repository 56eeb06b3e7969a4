package org.feedwright.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.CommonFields;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The icon where browsers and feed readers look for one that have not read a page, which names a better one. */
@Controller
class Favicon {
    private final byte[] icon;

    Favicon() {
        try {
            this.icon = new ClassPathResource("static/favicon.ico").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @RequestMapping(
            path = "/favicon.ico",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer icon() {
        return Answer.of(
                200,
                List.of(
                        new Field("Content-Type", "image/x-icon"),
                        new Field("Cache-Control", "max-age=86400, public"),
                        CommonFields.NO_SNIFFING,
                        Pages.tag(icon)),
                icon);
    }
}
