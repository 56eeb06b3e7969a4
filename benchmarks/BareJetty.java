import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The least that a poll costs in Jetty: one handler, which answers each request with the header fields and the bytes that
 * Feedwright answered once, and looks at nothing but whether an {@code If-None-Match} came.
 *
 * <p>{@code BareJetty.java PORT FIELDS DOCUMENT}: fields as curl writes them with {@code -D}.
 */
public final class BareJetty extends Handler.Abstract {
    private final PreEncodedHttpField[] fields;
    private final ByteBuffer document;

    private BareJetty(PreEncodedHttpField[] fields, byte[] document) {
        this.fields = fields;
        this.document = ByteBuffer.allocateDirect(document.length).put(document).flip();
    }

    public static void main(String[] arguments) throws Exception {
        var fields = new ArrayList<PreEncodedHttpField>();
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            int colon = line.indexOf(": ");
            if (colon > 0 && !line.regionMatches(true, 0, "Date", 0, 4) && !line.regionMatches(true, 0, "Content-Length", 0, 14)) {
                fields.add(new PreEncodedHttpField(line.substring(0, colon), line.substring(colon + 2)));
            }
        }
        var server = new Server(new QueuedThreadPool());
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setHeaderCacheSize(0);
        var connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        server.setHandler(new BareJetty(fields.toArray(PreEncodedHttpField[]::new), Files.readAllBytes(Path.of(arguments[2]))));
        server.start();
        server.join();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        for (var field : fields) {
            response.getHeaders().add(field);
        }
        boolean known = request.getHeaders().contains(HttpHeader.IF_NONE_MATCH);
        if (known) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
        }
        response.write(true, known ? BufferUtil.EMPTY_BUFFER : document.duplicate(), callback);
        return true;
    }
}
