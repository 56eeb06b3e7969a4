package org.feedwright.poll;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.feedwright.feed.Addresses;
import org.feedwright.http.Asked;

/**
 * Takes the base URL's path away from requests that come with it, so that the servlets see the same whether a proxy
 * has done so or not. The base URL without a slash at its end leads to the front page.
 */
final class BelowBase extends Handler.Wrapper {
    /** Might lead out of what is below the base URL. */
    private static final Pattern UPWARDS = Pattern.compile("/\\.\\.(?:[/;]|$)");

    private final Addresses addresses;

    BelowBase(Handler behind, Addresses addresses) {
        super(behind);
        this.addresses = addresses;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var base = addresses.basePath();
        if (base.isEmpty()) {
            return super.handle(request, response, callback);
        }
        request.setAttribute(Asked.BASE, base.toString());
        String path = request.getHttpURI().getPath();
        if (base.isBare(path) && isReading(request)) {
            AmbiguousPaths.move(addresses.home(), request, response, callback);
            return true;
        }
        String below = base.below(path);
        boolean isLeft = below.equals(path) || UPWARDS.matcher(below).find();
        return super.handle(isLeft ? request : at(below, request), response, callback);
    }

    private static Request at(String path, Request request) {
        request.setAttribute(Asked.WITH_BASE, true);
        String query = request.getHttpURI().getQuery();
        return Request.serveAs(request, HttpURI.build(request.getHttpURI(), query == null ? path : path + "?" + query));
    }

    private static boolean isReading(Request request) {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }
}
