package org.feedwright.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The icon where browsers and feed readers look for one that have not read a page, which names a better one. */
@Controller
class Favicon {
    private static final MediaType ICO = MediaType.valueOf("image/x-icon");

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
    ResponseEntity<byte[]> icon() {
        return ResponseEntity.ok()
                .contentType(ICO)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .eTag(Pages.hash(icon))
                .body(icon);
    }
}
