package org.feedwright.poll;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.feedwright.edition.DocumentAddress;
import org.feedwright.feed.Addresses;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.AnswerWriter;
import org.feedwright.http.Asked;
import org.feedwright.http.EncodedAnswer;

/**
 * Leads from a category or author written as an address cannot hold it, such as {@code a%2Fb} or {@code %2E%2E},
 * to its one address. To servlets such a path could mean two things, so it never reaches them; what is no
 * category's is refused as before. Doubled slashes mean one thing only: they reach the servlets as single ones,
 * with a note of what was asked, by which {@link OneAddress} leads on.
 */
final class AmbiguousPaths extends Handler.Wrapper {
    private static final UriCompliance COMPLIANCE = UriCompliance.DEFAULT.with(
            "ODD_NAMES",
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_EMPTY_SEGMENT);

    private final Addresses addresses;

    AmbiguousPaths(Handler behind, Addresses addresses) {
        super(behind);
        this.addresses = addresses;
    }

    /** Lets such addresses through to this. */
    static void allow(Server server) {
        for (var connector : server.getConnectors()) {
            for (var factory : connector.getConnectionFactories()) {
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    http.getHttpConfiguration().setUriCompliance(COMPLIANCE);
                }
            }
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var uri = request.getHttpURI();
        if (!uri.isAmbiguous()) {
            return super.handle(request, response, callback);
        }
        String path = uri.getPath();
        if (uri.hasViolation(Violation.AMBIGUOUS_EMPTY_SEGMENT)) {
            request.setAttribute(Asked.PATH, addresses.basePath().below(path));
            var single = HttpURI.build(uri, path.replaceAll("/{2,}", "/"), null, uri.getQuery());
            return handle(Request.serveAs(request, single), response, callback);
        }
        String below = addresses.basePath().below(path);
        var document = DocumentAddress.parse(below);
        var address = document.map(DocumentAddress::path)
                .or(() -> DocumentAddress.parse(below + ".atom").map(DocumentAddress::page));
        if (address.isEmpty() || address.get().equals(below)) {
            return AnswerWriter.refuse(HttpStatus.BAD_REQUEST_400, request, response, callback);
        }
        move(addresses.home().replaceFirst("/$", "") + address.get(), request, response, callback);
        return true;
    }

    /** 301 to an address, with the query that was asked. */
    static void move(String address, Request request, Response response, Callback callback) {
        String query = request.getHttpURI().getQuery();
        String location = query == null ? address : address + "?" + query;
        var moved = Answer.of(301, new Field("Location", location), new Field("Content-Length", "0"));
        AnswerWriter.send(EncodedAnswer.of(moved), HttpMethod.HEAD.is(request.getMethod()), response, callback);
    }
}
