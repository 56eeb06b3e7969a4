import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

// Asks a service for every address of which an export has a file, and for what is not there, and prints a line for
// each: the status, the header fields that do not tell the time, and a hash of the body.
//
//   java Same.java PORT EXPORT

private static final Set<String> FIELDS = Set.of(
        "allow", "cache-control", "content-type", "content-length", "etag", "last-modified", "link", "location", "vary");

void main(String[] arguments) throws Exception {
    var addresses = new TreeSet<String>();
    Path export = Path.of(arguments[1]);
    try (var files = Files.walk(export)) {
        files.filter(Files::isRegularFile)
                .map(file -> "/" + encoded(export.relativize(file).toString()))
                .filter(address -> !address.startsWith("/."))
                .map(address -> address.replaceFirst("(/index)?\\.html$", "").replaceFirst("^/gone/", "/"))
                .forEach(addresses::add);
    }
    addresses.add("/feeds/nothing.atom");
    addresses.add("/feeds/minerals.atom");
    addresses.add("/feeds/ended.rss");
    addresses.add("/articles/metals/nothing");
    addresses.add("/feeds/all.atom?q=the&limit=5");
    var client = HttpClient.newHttpClient();
    for (String address : addresses) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + arguments[0] + (address.isEmpty() ? "/" : address)));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        var said = new TreeMap<>(answer.headers().map()); // the names in lower case
        said.keySet().retainAll(FIELDS);
        System.out.println(answer.statusCode() + " " + address + " " + hash(answer.body()) + " " + said);
    }
}

static String encoded(String path) {
    var encoded = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
        boolean isPlain = octet > ' ' && octet < 127 && "%\"<>\\^`{|}?#".indexOf(octet) < 0;
        encoded.append(isPlain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
    }
    return encoded.toString();
}

static String hash(byte[] body) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8);
}
