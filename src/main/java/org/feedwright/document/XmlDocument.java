package org.feedwright.document;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Text;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.FormatStack;

/** ROME's feeds as XML and XML as bytes. */
final class XmlDocument {
    private XmlDocument() {}

    static Document of(WireFeed feed) {
        try {
            return new WireFeedOutput().outputJDom(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME refuses a feed: " + e.getMessage(), e);
        }
    }

    /** As UTF-8, and not pretty: that would trim white space inside {@code <pre>}. */
    static byte[] bytes(Document document, EscapedHtml html) {
        var format = Format.getRawFormat().setLineSeparator("\n").setEncoding("UTF-8");
        // UTF-8 has every character; JDOM would write those beyond U+FFFF as references.
        format.setEscapeStrategy(_ -> false);
        var bytes = new ByteArrayOutputStream();
        try {
            new XMLOutputter(format, new CharacterData(html)).output(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes {@code <} and {@code &} in plain text as hexadecimal references. To XML that is the same; to
     * readers and validators that look at the source it says that this is no escaped HTML (RSS Best
     * Practices Profile, "Character Data").
     */
    private static final class CharacterData extends AbstractXMLOutputProcessor {
        private final EscapedHtml html;

        CharacterData(EscapedHtml html) {
            this.html = html;
        }

        @Override
        protected void printText(Writer out, FormatStack stack, Text text) throws IOException {
            Element parent = text.getParentElement();
            if (parent == null || isHtml(parent)) {
                textRaw(out, html.of(text.getText()));
            } else {
                String plain = text.getText();
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
