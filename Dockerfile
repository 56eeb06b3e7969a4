# Feedwright with a Java of its own: docker build -t feedwright:0.2.0 .
FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN ./mvnw -B -ntp -q -Prelease package -Dmaven.test.skip \
    && mkdir /feedwright && tar -xzf target/release/feedwright-*.tar.gz -C /feedwright --strip-components=1

FROM debian:13-slim
RUN groupadd --gid 10001 feedwright \
    && useradd --uid 10001 --gid 10001 --home-dir /var/lib/feedwright --no-create-home --shell /usr/sbin/nologin feedwright \
    && install -d -o 10001 -g 10001 /var/lib/feedwright /feeds
COPY --from=build /feedwright /opt/feedwright
# The cache from which it starts is for the files of this image, with their times.
RUN ["/opt/feedwright/feedwright", "rehearse"]
USER 10001:10001
WORKDIR /var/lib/feedwright
ENV FEEDWRIGHT_FOLDER=/feeds FEEDWRIGHT_DATA=/var/lib/feedwright
VOLUME /var/lib/feedwright
EXPOSE 8080
# Readiness: feeds are known, and the store answers. There is no curl in the image.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/feedwright/feedwright"]
