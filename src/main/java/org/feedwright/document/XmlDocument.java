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
    static byte[] bytes(Document document) {
        var format = Format.getRawFormat().setLineSeparator("\n").setEncoding("UTF-8");
        var bytes = new ByteArrayOutputStream();
        try {
            new XMLOutputter(format, new CharacterDataTitles()).output(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes {@code <} and {@code &} in an RSS title as hexadecimal references. To XML that is the same;
     * to readers that look at the source it says plain text and not escaped HTML (RSS Best Practices
     * Profile, "Character Data"; the W3C validator warns of anything else).
     */
    private static final class CharacterDataTitles extends AbstractXMLOutputProcessor {
        @Override
        protected void printText(Writer out, FormatStack stack, Text text) throws IOException {
            Element parent = text.getParentElement();
            if (parent != null
                    && "title".equals(parent.getName())
                    && parent.getNamespaceURI().isEmpty()) {
                textRaw(
                        out,
                        text.getText()
                                .replace("&", "&#x26;")
                                .replace("<", "&#x3C;")
                                .replace(">", "&#x3E;"));
            } else {
                super.printText(out, stack, text);
            }
        }
    }
}
