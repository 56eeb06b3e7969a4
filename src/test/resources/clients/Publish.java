import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.client.ApiClient;
import org.example.client.ApiException;
import org.example.client.api.ArticlesApi;
import org.example.client.api.FeedsApi;
import org.example.client.api.MediaApi;
import org.example.client.model.Article;
import org.example.client.model.Body;
import org.example.client.model.FeedDefinition;

/** Publishes an article and its picture with the client that is generated for Java's own HttpClient. */
public final class Publish {
    public static void main(String[] arguments) throws ApiException, IOException {
        var client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        new FeedsApi(client).defineFeed("java", new FeedDefinition().title("From Java"), null, null, null);
        var picture = Files.writeString(Path.of("rain.jpg"), "not really a picture").toFile();
        var sent = new MediaApi(client).sendFiles("java", List.of(picture), null, null);
        System.out.println(sent.getMedia().getFirst().getName());
        var articles = new ArticlesApi(client);
        var written = articles.writeArticle(
                "java",
                "rain",
                new Article()
                        .title("Rain in Java")
                        .image("rain.jpg")
                        .highlights(List.of("It rained"))
                        .body(new Body().markdown("It *rained*.")),
                null,
                null,
                null);
        System.out.println(written.getStored().getState());
        try {
            articles.getArticle("java", "nothing", null, null);
        } catch (ApiException e) {
            System.out.println(e.getCode());
        }
    }
}
