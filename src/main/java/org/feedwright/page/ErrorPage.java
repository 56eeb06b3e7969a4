package org.feedwright.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.feedwright.http.Answer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong elsewhere, told in the style of the other pages; programs are told a problem. */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
class ErrorPage implements ErrorController {
    private final Pages pages;

    ErrorPage(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping
    Answer page(HttpServletRequest request) {
        return page(status(request));
    }

    Answer page(int status) {
        if (status == 404) {
            return pages.missing();
        }
        if (status == 410) {
            return pages.gone("This has been withdrawn", "Its publisher has taken it back.");
        }
        return status < 500
                ? pages.message(status, "This does not work", "The address is not meant to be used this way.")
                : pages.message(status, "Something went wrong here", "Please try again in a little while.");
    }

    /** Someone who opens the error page itself asks for a page that is not there. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }
}
