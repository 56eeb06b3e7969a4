package bare;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least that a start takes with Spring Boot and Jetty: an application that has one controller, which answers with one
 * fixed document at the address of a feed. {@code rehearse} plays its life, from which Java makes an AOT cache.
 */
@RestController
@SpringBootApplication(proxyBeanMethods = false)
public class BareSpring {
    private static final String FEED = "/feeds/feed-0.atom";

    public static void main(String[] arguments) throws Exception {
        var application = new SpringApplication(BareSpring.class);
        application.setDefaultProperties(Map.of(
                "logging.level.root", "warn", "spring.main.banner-mode", "off", "spring.main.log-startup-info", "false"));
        if (arguments.length == 0 || !arguments[0].equals("rehearse")) {
            application.run(arguments);
            return;
        }
        try (var context = application.run("--server.address=127.0.0.1", "--server.port=0")) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            for (int poll = 0; poll < 1000; poll++) {
                poll(port);
            }
        }
    }

    private static void poll(int port) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + FEED + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
    }

    @GetMapping(path = FEED, produces = "application/atom+xml")
    byte[] feed() {
        return "<feed xmlns='http://www.w3.org/2005/Atom'/>".getBytes(StandardCharsets.UTF_8);
    }
}
