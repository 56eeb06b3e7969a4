package org.feedwright.git;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.CommonFields;
import org.feedwright.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes the calls of a server of Git: what was pushed there is pulled. */
@Controller
class HookController {
    static final String PATH = "/hooks/git";

    /** GitHub sends no more than 25 MB. Nothing of it is kept. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final @Nullable GitFolder folder;
    private final @Nullable String secret;
    private final InstantSource clock;

    HookController(@Nullable GitFolder folder, GitSettings settings, InstantSource clock) {
        this.folder = folder;
        this.secret = settings.webhookSecret();
        this.clock = clock;
    }

    @RequestMapping(PATH)
    void hook(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnswerWriter.write(answer(request), request, response);
    }

    private Answer answer(HttpServletRequest request) throws IOException {
        if (folder == null || secret == null) {
            return Problem.of(404, PATH).answer();
        }
        if (!request.getMethod().equals("POST")) {
            return Problem.of(405, "A server of Git calls this address with POST.", PATH)
                    .answer(new Field("Allow", "POST"));
        }
        if (!isSigned(request, secret)) {
            return Problem.of(
                            403,
                            "The request is not signed with the secret that feedwright.git.webhook-secret has.",
                            PATH)
                    .answer();
        }
        folder.call();
        return Answer.of(202, CommonFields.NO_CACHE);
    }

    private boolean isSigned(HttpServletRequest request, String secret) throws IOException {
        var signature = HookSignature.of(request::getHeader, secret, clock.instant());
        return signature.isPresent() && isSigned(request.getInputStream(), signature.get());
    }

    private static boolean isSigned(InputStream body, HookSignature signature) throws IOException {
        byte[] part = new byte[8192];
        long all = 0;
        for (int length = body.read(part); length >= 0; length = body.read(part)) {
            all += length;
            if (all > MOST_BYTES) {
                return false;
            }
            signature.update(part, length);
        }
        return signature.holds();
    }
}
