package org.feedwright.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong elsewhere, told in the style of the other pages; {@link Problems} tells it to programs. */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
class ErrorPage implements ErrorController {
    private final Pages pages;

    ErrorPage(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        return page(status(request));
    }

    ResponseEntity<byte[]> page(HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return pages.missing();
        }
        if (status.isSameCodeAs(HttpStatus.GONE)) {
            return pages.gone("This has been withdrawn", "Its publisher has taken it back.");
        }
        return status.is4xxClientError()
                ? pages.message(status.value(), "This does not work", "The address is not meant to be used this way.")
                : pages.message(status.value(), "Something went wrong here", "Please try again in a little while.");
    }

    /** Someone who opens the error page itself asks for a page that is not there. */
    private static HttpStatusCode status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }
}
