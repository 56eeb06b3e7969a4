// Publishes an article and its picture with the client that is generated for TypeScript's fetch.
import { ArticlesApi, Configuration, FeedsApi, MediaApi, ResponseError } from "./client";

async function publish(basePath: string, token: string): Promise<void> {
  const configuration = new Configuration({ basePath, accessToken: token });
  await new FeedsApi(configuration).defineFeed({ feed: "typescript", feedDefinition: { title: "From TypeScript" } });
  const picture = new Blob(["not really a picture"]);
  const sent = await new MediaApi(configuration).putFile({ feed: "typescript", name: "rain.jpg", body: picture });
  console.log(sent.name);
  const articles = new ArticlesApi(configuration);
  const written = await articles.writeArticle({
    feed: "typescript",
    slug: "rain",
    article: { title: "Rain in TypeScript", image: "rain.jpg", highlights: ["It rained"], body: { markdown: "It *rained*." } },
  });
  console.log(written.stored?.state);
  try {
    await articles.getArticle({ feed: "typescript", slug: "nothing" });
  } catch (e) {
    console.log((e as ResponseError).response.status);
  }
}

publish(process.argv[2], process.argv[3]);
