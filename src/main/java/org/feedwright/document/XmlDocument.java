package org.feedwright.document;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.FormatStack;
import org.jdom2.util.NamespaceStack;

/** Turns ROME's feeds into XML, and XML into bytes. */
final class XmlDocument {
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace DUBLIN_CORE = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");

    private XmlDocument() {}

    static Document of(WireFeed feed) {
        try {
            return new WireFeedOutput().outputJDom(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME refuses a feed: " + e.getMessage(), e);
        }
    }

    /**
     * Declares the namespaces that entries may use, whether one of them does or not, so that an entry has the same
     * markup in all documents. ROME declares only those that are used.
     */
    static void declare(Element root, Namespace... namespaces) {
        for (var namespace : namespaces) {
            root.addNamespaceDeclaration(namespace);
        }
    }

    /**
     * Writes a document in UTF-8, without pretty print, which would trim white space inside {@code <pre>}.
     *
     * @param elements the elements of the entries
     * @param entries the same entries in the same order; where an entry's markup is known, its element is empty
     */
    static byte[] bytes(Document document, List<Element> elements, List<EntryMarkup> entries) {
        var markup = new HashMap<Element, EntryMarkup>();
        for (int i = 0; i < entries.size(); i++) {
            markup.put(elements.get(i), entries.get(i));
        }
        var format = Format.getRawFormat().setLineSeparator("\n").setEncoding("UTF-8");
        // UTF-8 has every character; JDOM would write those beyond U+FFFF as references.
        format.setEscapeStrategy(_ -> false);
        var bytes = new ByteArrayOutputStream();
        try {
            new XMLOutputter(format, new Markup(markup, bytes)).output(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes known entries as they are, and writes {@code <} and {@code &} in plain text as hexadecimal references. XML
     * makes no difference; readers and validators that look at the source see that the text is no escaped HTML (RSS
     * Best Practices Profile, "Character Data").
     */
    private static final class Markup extends AbstractXMLOutputProcessor {
        private final Map<Element, EntryMarkup> entries;
        private final OutputStream bytes;

        /** @param bytes receives everything that is written */
        Markup(Map<Element, EntryMarkup> entries, OutputStream bytes) {
            this.entries = entries;
            this.bytes = bytes;
        }

        @Override
        protected void printElement(Writer out, FormatStack stack, NamespaceStack namespaces, Element element)
                throws IOException {
            var entry = entries.get(element);
            if (entry == null) {
                super.printElement(out, stack, namespaces, element);
            } else {
                out.flush();
                bytes.write(entry.bytes(() -> text(stack, namespaces, element)));
            }
        }

        private String text(FormatStack stack, NamespaceStack namespaces, Element element) {
            var text = new StringWriter();
            try {
                super.printElement(text, stack, namespaces, element);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }

        @Override
        protected void printText(Writer out, FormatStack stack, Text text) throws IOException {
            Element parent = text.getParentElement();
            String plain = text.getText();
            if (parent == null || isHtml(parent)) {
                // The references that JDOM would write; JDOM looks at each character by itself.
                textRaw(
                        out,
                        plain.replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                                .replace("\r", "&#xD;"));
            } else {
                textRaw(out, plain.replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&#x3E;"));
            }
        }

        private static boolean isHtml(Element element) {
            return switch (element.getName()) {
                case "summary", "content", "encoded" -> true;
                case "description" -> "item".equals(element.getParentElement().getName());
                default -> false;
            };
        }
    }
}
