package org.feedwright.api.docs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.feedwright.access.OpenAddresses;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.Asked;
import org.feedwright.http.CommonFields;
import org.feedwright.http.Problem;
import org.feedwright.text.Digest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The addresses of the API's description and of its page, at which no token is needed. */
@Controller
class DocsController {
    /** Only what lies here is run and shown, and only this service is asked. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @RequestMapping(
            path = OpenAddresses.DOCS,
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer page() throws IOException {
        return answer(DocsFile.PAGE);
    }

    @RequestMapping(
            path = OpenAddresses.DOCS + "/{file}",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    Answer file(@PathVariable String file, HttpServletRequest request) throws IOException {
        return OpenAddresses.FILES.contains(file)
                ? answer(new DocsFile(file))
                : Problem.of(404, Asked.path(request)).answer();
    }

    private static Answer answer(DocsFile file) throws IOException {
        byte[] content = file.content();
        return Answer.of(
                200,
                List.of(
                        new Field("Content-Type", file.type()),
                        CommonFields.NO_CACHE,
                        CommonFields.policy(POLICY),
                        CommonFields.NO_SNIFFING,
                        new Field("Referrer-Policy", "no-referrer"),
                        new Field("ETag", '"' + Digest.hex(content) + '"')),
                content);
    }
}
