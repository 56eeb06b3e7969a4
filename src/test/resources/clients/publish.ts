// Publishes an article with the client that is generated for TypeScript's fetch.
import { ArticlesApi, Configuration, FeedsApi, ResponseError } from "./client";

async function publish(basePath: string, token: string): Promise<void> {
  const configuration = new Configuration({ basePath, accessToken: token });
  await new FeedsApi(configuration).defineFeed({ feed: "typescript", feedDefinition: { title: "From TypeScript" } });
  const articles = new ArticlesApi(configuration);
  const written = await articles.writeArticle({
    feed: "typescript",
    slug: "rain",
    article: { title: "Rain in TypeScript", highlights: ["It rained"], body: { markdown: "It *rained*." } },
  });
  console.log(written.stored?.state);
  try {
    await articles.getArticle({ feed: "typescript", slug: "nothing" });
  } catch (e) {
    console.log((e as ResponseError).response.status);
  }
}

publish(process.argv[2], process.argv[3]);
