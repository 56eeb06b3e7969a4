package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The metrics of a running service, and the dashboard and the alerts that are made of them. */
class MetricsTest {
    private static final Path DASHBOARD = Path.of("docs/operate/grafana.json");
    private static final Path ALERTS = Path.of("docs/operate/alerts.yaml");
    private static final Path ALERTS_TEST = Path.of("src/test/resources/alerts-test.yaml");

    /** What is a metric in an expression: anything long with an underscore, outside of braces and functions. */
    private static final Pattern METRIC = Pattern.compile("\\b(feedwright|jvm|process|hikaricp|logback)_[a-z_]+\\b");

    private static final OperatedService service = OperatedService.shared();

    private static String scrape() {
        var answer = service.manage("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain;version=0.0.4"));
        return answer.body();
    }

    private static Set<String> names() {
        return scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + scrape()));
    }

    private static String polls(String coding, String feed, String format, int status) {
        return "feedwright_polls_total{coding=\"" + coding + "\",feed=\"" + feed + "\",format=\"" + format
                + "\",status=\"" + status + "\"}";
    }

    @Test
    void tellPollsByFeedFormatStatusAndCoding() {
        String known = polls("identity", "rare-earth", "atom", 304);
        double before = value(known);

        for (int i = 0; i < 3; i++) {
            service.get("/feeds/rare-earth.atom", "If-None-Match", "*");
        }

        assertThat(value(known)).isEqualTo(before + 3);
        assertThat(value(polls("gzip", "news", "rss", 200))).isPositive();
        assertThat(value(polls("identity", "(other)", "json", 404))).isOne();
        assertThat(value(known.replace("polls_total", "polls_saved_bytes_total")))
                .isPositive();
    }

    @Test
    void tellOfPublicationsProblemsStoreAndWork() {
        assertThat(value("feedwright_publications_total{event=\"published\"}")).isEqualTo(13);
        assertThat(value("feedwright_problems")).isEqualTo(2);
        assertThat(value("feedwright_warnings")).isOne();
        assertThat(value("feedwright_health{part=\"store\"}")).isOne();
        assertThat(value("feedwright_store_up")).isOne();
        assertThat(value("feedwright_store_latency_seconds")).isBetween(0.0, 1.0);
        assertThat(value("feedwright_store_size_bytes")).isGreaterThan(10_000);
        assertThat(value("feedwright_renderings_seconds_count{format=\"atom\"}"))
                .isOne();
        assertThat(value("feedwright_files_waiting")).isZero();
    }

    @Test
    void tellOfTheJvmTheConnectionsAndTheLog() {
        assertThat(names())
                .contains(
                        "jvm_memory_used_bytes",
                        "process_cpu_usage",
                        "hikaricp_connections_active",
                        "hikaricp_connections_usage_seconds_count",
                        "logback_events_total");
    }

    /** A filter would be asked at each line that is not written, too, of which Jetty has dozens in a request. */
    @Test
    void countLinesOfTheLogThatAreWritten() {
        String warnings = "logback_events_total{level=\"warn\"}";
        double before = value(warnings);
        var log = LoggerFactory.getLogger(MetricsTest.class);

        log.warn("A line that is counted");
        log.trace("A line that is not written");

        assertThat(value(warnings)).isEqualTo(before + 1);
        assertThat(value("logback_events_total{level=\"trace\"}")).isZero();
        assertThat(((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList())
                .isEmpty();
    }

    /** The three exceptions are Micrometer's, and its names. */
    @Test
    void arePutAsPrometheusWantsThem() {
        var verdict = Promtool.judge(scrape(), "check", "metrics");

        assertThat(verdict.said().lines())
                .allMatch(line ->
                        line.matches("(jvm_compilation_time_ms_total|process_cpu_time_ns_total|system_cpu_count) .*"));
    }

    @Test
    void areAllThereThatDashboardAndAlertsName() throws IOException {
        var named = new TreeSet<String>();
        for (Path document : List.of(DASHBOARD, ALERTS)) {
            METRIC.matcher(Files.readString(document)).results().forEach(found -> named.add(found.group()));
        }

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(names()).containsAll(named);
    }

    @Test
    void areReadByTheDashboardInExpressionsThatPrometheusUnderstands(@TempDir Path directory) throws IOException {
        var rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        var expressions = expressions();
        for (String expression : expressions) {
            rules.append("      - record: panel:" + rules.length() + "\n        expr: '" + expression + "'\n");
        }
        Path file = Files.writeString(directory.resolve("rules.yaml"), rules);

        var verdict = Promtool.judge("", "check", "rules", file.toString());

        assertThat(expressions).hasSizeGreaterThan(15);
        assertThat(verdict.code()).as(verdict.said()).isZero();
    }

    private static List<String> expressions() throws IOException {
        var expressions = new ArrayList<String>();
        for (var panel :
                JsonMapper.shared().readTree(Files.readString(DASHBOARD)).get("panels")) {
            for (var target : panel.get("targets")) {
                expressions.add(target.get("expr")
                        .asString()
                        .replace("$__rate_interval", "5m")
                        .replace("$instance", ".*"));
            }
        }
        return expressions;
    }

    @Test
    void raiseAlertsWhenTheyShouldAndNoneOtherwise(@TempDir Path directory) throws IOException {
        String alerts = ALERTS.toAbsolutePath().toString();
        Path test = Files.writeString(
                directory.resolve("test.yaml"), Files.readString(ALERTS_TEST).replace("- ALERTS", "- " + alerts));

        assertThat(Promtool.judge("", "check", "rules", alerts).said()).contains("SUCCESS: 12 rules found");
        var verdict = Promtool.judge("", "test", "rules", test.toString());
        assertThat(verdict.code()).as(verdict.said()).isZero();
    }
}
