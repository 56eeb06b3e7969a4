package org.feedwright.authoring.html;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.authoring.problem.TooMuch;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * Writes a formula (MathML Core) as text on a line: {@code 1/2}, {@code 10^6}. Most feed readers drop elements that
 * they do not know and keep their text, and a half would read 12.
 */
final class MathText {
    private static final int DEEPEST = 100;
    private static final Pattern TOKEN = Pattern.compile("[-−]?[\\p{N}.,]+|\\p{L}\\p{M}*[′″]?|\\([^()]*\\)|.");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern TIMES = Pattern.compile("(?<=\\p{N})\\u2062(?=\\p{N})");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u2061-\\u2064]");
    private static final Set<String> SCRIPTED =
            Set.of("msup", "msub", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "msqrt", "mroot");
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("¯", "\u0304"),
            Map.entry("‾", "\u0304"),
            Map.entry("\u0305", "\u0304"),
            Map.entry("^", "\u0302"),
            Map.entry("ˆ", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("˜", "\u0303"),
            Map.entry("→", "\u20D7"),
            Map.entry("⃗", "\u20D7"),
            Map.entry("˙", "\u0307"),
            Map.entry(".", "\u0307"),
            Map.entry("¨", "\u0308"));

    private MathText() {}

    static String of(Element math) {
        NodeTraversor.traverse(
                (_, depth) -> {
                    if (depth > DEEPEST) {
                        throw new TooMuch(
                                "a formula has more than " + DEEPEST + " elements in each other", TooMuch.PART);
                    }
                },
                math);
        String line = SPACE.matcher(row(math.children())).replaceAll(" ").strip();
        String text = INVISIBLE.matcher(TIMES.matcher(line).replaceAll("·")).replaceAll("");
        return text.isEmpty() ? math.attr("alttext").strip() : text;
    }

    private static String row(List<Element> parts) {
        var row = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            boolean isFollowed = next != null && !next.nameIs("mo") && !next.nameIs("mspace");
            String text = text(part);
            append(row, part.nameIs("mfrac") && isFollowed ? "(" + text + ")" : text);
            if (SCRIPTED.contains(part.normalName()) && isFollowed) {
                row.append(' ');
            }
        }
        return row.toString();
    }

    private static void append(StringBuilder row, String text) {
        boolean joinsDigits = !row.isEmpty()
                && !text.isEmpty()
                && Character.isDigit(row.charAt(row.length() - 1))
                && Character.isDigit(text.codePointAt(0));
        row.append(joinsDigits ? " " : "").append(text);
    }

    private static String text(Element element) {
        return switch (element.normalName()) {
            case "mi", "mn", "mo", "ms", "mtext" -> leaf(element);
            case "mspace" -> " ";
            case "mphantom", "annotation", "annotation-xml", "mprescripts", "none", "maligngroup", "malignmark" -> "";
            case "semantics", "maction" -> child(element, 0);
            case "mfrac" -> fraction(element);
            case "msup" -> wrapped(element, 0) + "^" + wrapped(element, 1);
            case "msub", "munder" -> wrapped(element, 0) + "_" + wrapped(element, 1);
            case "mover" -> over(element);
            case "msubsup", "munderover" -> wrapped(element, 0) + "_" + wrapped(element, 1) + "^" + wrapped(element, 2);
            case "msqrt" -> "√" + wrapped(row(element.children()));
            case "mroot" -> "√[" + child(element, 1) + "]" + wrapped(element, 0);
            case "mmultiscripts" -> scripts(element);
            case "mfenced" -> fenced(element);
            case "menclose" -> element.attr("notation").contains("strike") ? "" : row(element.children());
            case "mtable" -> joined(element, "; ");
            case "mtr", "mlabeledtr" -> joined(element, ", ");
            case "mstack", "mlongdiv", "msgroup" -> joined(element, " ");
            default -> element.childrenSize() == 0 ? element.ownText().strip() : row(element.children());
        };
    }

    /** The text of a leaf. The invisible sign for the application of a function becomes a space: {@code sin x}. */
    private static String leaf(Element element) {
        String text = element.text().strip();
        return text.equals("\u2061") ? " " : text;
    }

    private static String child(Element element, int index) {
        return index < element.childrenSize() ? text(element.child(index)) : "";
    }

    private static String wrapped(Element element, int index) {
        if (index >= element.childrenSize()) {
            return "";
        }
        var child = element.child(index);
        String text = text(child);
        return child.nameIs("mi") || child.nameIs("mn") ? text : wrapped(text);
    }

    private static String wrapped(String text) {
        String plain = text.strip();
        return plain.isEmpty() || TOKEN.matcher(plain).matches() ? plain : "(" + plain + ")";
    }

    private static String fraction(Element element) {
        return element.attr("linethickness").matches("0(?:\\.0+)?[a-z%]*")
                ? "(" + child(element, 0) + " choose " + child(element, 1) + ")"
                : wrapped(element, 0) + "/" + wrapped(element, 1);
    }

    private static String over(Element element) {
        String base = child(element, 0);
        String accent = ACCENTS.get(child(element, 1));
        return accent != null && base.codePointCount(0, base.length()) == 1
                ? base + accent
                : wrapped(element, 0) + "^" + wrapped(element, 1);
    }

    /** Writes a base with its indices: the pairs of index and exponent before it, the base, and the pairs behind it. */
    private static String scripts(Element element) {
        var children = element.children();
        int prescripts = (int) children.stream()
                .takeWhile(child -> !child.nameIs("mprescripts"))
                .count();
        String before = pairs(element, prescripts + 1, children.size());
        return before + (before.isEmpty() ? "" : " ") + wrapped(element, 0) + pairs(element, 1, prescripts);
    }

    private static String pairs(Element element, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> {
                    String script = wrapped(element, i);
                    return script.isEmpty() ? "" : ((i - from) % 2 == 0 ? "_" : "^") + script;
                })
                .collect(Collectors.joining());
    }

    private static String fenced(Element element) {
        String open = element.hasAttr("open") ? element.attr("open") : "(";
        String close = element.hasAttr("close") ? element.attr("close") : ")";
        String separator =
                element.hasAttr("separators") ? element.attr("separators").strip() : ",";
        return open + joined(element, separator.isEmpty() ? "" : separator.charAt(0) + " ") + close;
    }

    private static String joined(Element element, String separator) {
        return element.children().stream().map(MathText::text).collect(Collectors.joining(separator));
    }
}
