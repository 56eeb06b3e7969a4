package org.feedwright.imports.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairedTest {
    private static final String FRENCH = "Le café naïf de l’été coûte 25 € – déjà prêt à Nîmes, où Zoë fêta Noël.";

    /** What they make of one text, another page makes of another text. */
    private static final Set<String> RARE = Set.of("IBM863", "x-IBM1098");

    private static final List<String> TEXTS = List.of(
            FRENCH,
            "China’s “rare earths” – 5 € a gram… it’s naïve",
            "Größe: 10 °C ± 2 µm, Übermaß für Äpfel",
            "Zażółć gęślą jaźń, łódź",
            "Привет, мир: и это всё.",
            "Ελληνικά κείμενα εδώ",
            "中国稀土集团在赣州举行会议。",
            "日本語のテキストです。");

    private static String repaired(String text) {
        return String.join("\n", Repaired.of(text).lines());
    }

    /** Bytes that a page leaves open become the control characters of their numbers, as browsers have it. */
    private static String misread(String text, String charset) {
        var result = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            String c = new String(new byte[] {one}, Charset.forName(charset));
            result.append(c.equals("\uFFFD") ? String.valueOf((char) (one & 0xFF)) : c);
        }
        return result.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-1250",
                "windows-1251",
                "windows-1252",
                "windows-1254",
                "windows-1256",
                "windows-1257",
                "windows-1258",
                "ISO-8859-1",
                "ISO-8859-2",
                "ISO-8859-4",
                "ISO-8859-5",
                "ISO-8859-9",
                "ISO-8859-15",
                "ISO-8859-16",
                "IBM437",
                "IBM850",
                "IBM852",
                "IBM866",
                "KOI8-R",
                "x-MacRoman"
            })
    void repairsWhatASingleByteCodePageHasMadeOfFrench(String charset) {
        assertThat(repaired(misread(FRENCH, charset))).isEqualTo(FRENCH);
    }

    /** Whatever a code page of Java has made of a text without losing anything of it. */
    @ParameterizedTest
    @MethodSource("codePages")
    void repairsWhatAnyCodePageHasKept(String charset) {
        for (String text : TEXTS) {
            String damaged = kept(text, charset);
            if (damaged != null) {
                assertThat(repaired(damaged)).as(damaged).isEqualTo(text);
            }
        }
    }

    /** What a code page makes of a text; null if something is lost. */
    private static @Nullable String kept(String text, String charset) {
        var page = CodePage.all().stream()
                .filter(each -> each.name.equals(charset))
                .findFirst()
                .orElseThrow();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String damaged = page.isSingle() ? misread(text, charset) : new String(bytes, Charset.forName(charset));
        var back = new ByteArrayOutputStream();
        for (String part : damaged.split("(?<=\\p{ASCII})|(?=\\p{ASCII})", -1)) {
            byte[] own = part.chars().allMatch(c -> c < 128) ? part.getBytes(StandardCharsets.UTF_8) : page.bytes(part);
            back.writeBytes(own == null ? new byte[0] : own);
        }
        return Arrays.equals(back.toByteArray(), bytes) ? damaged : null;
    }

    static Stream<String> codePages() {
        return CodePage.all().stream().map(page -> page.name).filter(name -> !RARE.contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "windows-1251", "windows-1250", "ISO-8859-1", "IBM850", "KOI8-R"})
    void repairsOtherScripts(String charset) {
        for (String text : new String[] {
            "Привет, мир: и это всё.",
            "中国稀土集团在赣州举行会议。",
            "Ελληνικά κείμενα εδώ",
            "ข่าววันนี้ของไทย",
            "Zażółć gęślą jaźń, łódź"
        }) {
            assertThat(repaired(misread(text, charset))).as(charset).isEqualTo(text);
        }
    }

    @Test
    void repairsWhatWasDamagedTwice() {
        String once = misread(FRENCH, "windows-1252");

        assertThat(repaired(misread(once, "windows-1252"))).isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "Big5", "Shift_JIS", "EUC-KR"})
    void repairsWhatAnEastAsianCodePageHasMadeOfTwoMarks(String charset) {
        String text = "a—b x’s Zürich and naïve";
        String damaged = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));

        assertThat(damaged).isNotEqualTo(text);
        var repaired = Repaired.of(damaged);
        boolean isLossless = !damaged.contains("\uFFFD");
        assertThat(repaired.doubts().isEmpty()).isEqualTo(isLossless);
        if (isLossless) {
            assertThat(repaired.lines()).containsExactly(text);
        }
    }

    @Test
    void repairsWhatTheThaiCodePagesKept() {
        assertThat(repaired(misread("café at 25°C, “so”—it’s 5 € – or £7", "x-windows-874")))
                .isEqualTo("café at 25°C, “so”—it’s 5 € – or £7");
        assertThat(repaired(misread("café at 25°C in Mönchen", "TIS-620"))).isEqualTo("café at 25°C in Mönchen");
    }

    @Test
    void guessesThePunctuationThatThaiCodePagesLost() {
        var repaired = Repaired.of("Chinaโs 2020โ2026 plan, “so”: โnew ways.โ A wordโand the producersโ Actโข – 10 โฌ");

        assertThat(repaired.lines())
                .containsExactly("China’s 2020–2026 plan, “so”: “new ways.” A word—and the producers’ Act™ – 10 โฌ");
        assertThat(repaired.guesses()).first().isEqualTo("line 1: 'Chinaโs 2020โ2026 ' → 'China’s 2020โ2026 '");
        assertThat(repaired.doubts()).containsExactly(1);
    }

    @Test
    void doesNotDoubtALineOfWhichItGuessedAll() {
        var repaired = Repaired.of("Chinaโs plan");

        assertThat(repaired.lines()).containsExactly("China’s plan");
        assertThat(repaired.doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10โ500 t", "5 โ 3", "at โ5 degrees", "30โ20", "1โ000", "5โฆ", "ofโ5", "โฅ 5", "โค 5"})
    void leavesNumbersAndWarns(String text) {
        assertThat(Repaired.of(text).guesses()).isEmpty();
        assertThat(repaired(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FRENCH,
                "Vive la «\u00A0liberté\u00A0», là\u00A0», à\u00A0: É\u00A0! Ç\u00A0? 3\u00A0×\u00A010",
                "MANHÃ” e IRMÃ… AMANHÃ—disse, «está»… sofá»— ÂNGELA, Â e Ã, VÃO",
                "Cộng hòa xã hội chủ nghĩa Việt Nam, Â, ẤM, CHÂN",
                "România, Ăştia sunt, MĂŞTI, RÂS, râs, în câţi ani",
                "Zażółć gęślą jaźń: „RÓŻA” i „WRÓŻKA”, ŁÓDŹ, mąż, księży",
                "Её дом. Мій, дії, Її, вії, лії; Рё",
                "Мы любим “Её” и ёлки № 5",
                "รถ ยก รก เธอ โขน โขง อักษร โลก โ",
                "BMWรถยนต์ในประเทศไทย และ รถ BMW",
                "茅台 路 卢 5路 中国稀土集团在赣州举行会议。 IBM公司",
                "これは日本語です。ﾃｽﾄ",
                "한국어 문장입니다. IBM은",
                "Ελλάδα ΠΟΛΎΣ ΚΉ Ά",
                "שלום עולם × 5",
                "السلام عليكم",
                "Größe »Ä«, “Ä”, ß… Öl",
                "Ünlü İstanbul ığdır ŞİŞ",
                "l’été, ’à, “É—”, …Ö, «È»",
                "m² ½ ° ± µ © ® ™ € £ ¥ § ¶"
            })
    void leavesCorrectTextAsItIs(String text) {
        var repaired = Repaired.of(text);

        assertThat(repaired.lines()).containsExactly(text);
        assertThat(repaired.exact()).isZero();
        assertThat(repaired.guesses()).isEmpty();
    }

    static Stream<String> texts() {
        var random = new Random(20);
        String chinese = random.ints(60_000, 0x4E00, 0x9FA0)
                .mapToObj(c -> (random.nextInt(9) == 0 ? " " : "") + Character.toString(c))
                .collect(Collectors.joining());
        return Stream.of(
                "Chinaโs ".repeat(7_500),
                "é".repeat(30_000) + "Ã© ".repeat(10_000),
                (FRENCH + "\n").repeat(850),
                chinese,
                misread(chinese.substring(0, 20_000), "windows-1252"));
    }

    /** A scan that looks back over the whole text takes sixteen times as long for a text four times as long. */
    @ParameterizedTest
    @MethodSource("texts")
    void takesTimeThatGrowsAsTheTextDoes(String text) {
        Repaired.of(text); // until Java has compiled it
        long once = time(text);
        long four = time(text.repeat(4));

        assertThat(Duration.ofNanos(four)).isLessThan(Duration.ofNanos(8 * once).plusMillis(100));
        assertThat(Duration.ofNanos(four)).isLessThan(Duration.ofSeconds(2));
    }

    /** The processor time of this thread; the less of two, for Java's collector may be in one of them. */
    private static long time(String text) {
        var thread = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 2; time++) {
            long begun = thread.getCurrentThreadCpuTime();
            Repaired.of(text);
            least = Math.min(least, thread.getCurrentThreadCpuTime() - begun);
        }
        return least;
    }
}
