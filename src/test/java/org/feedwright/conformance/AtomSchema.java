package org.feedwright.conformance;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The RELAX NG grammar of RFC 4287, and what the RFC requires beyond any grammar. */
public final class AtomSchema {
    private static final Schema GRAMMAR = load();

    private AtomSchema() {}

    public static List<String> violations(byte[] document) {
        var violations = new ArrayList<String>();
        try {
            var collecting = new PropertyMapBuilder();
            collecting.put(ValidateProperty.ERROR_HANDLER, new Collecting(violations));
            var validator = GRAMMAR.createValidator(collecting.toPropertyMap());
            var reader = SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
            reader.setContentHandler(validator.getContentHandler());
            reader.setErrorHandler(new Collecting(violations));
            reader.parse(new InputSource(new ByteArrayInputStream(document)));
            checkSentences(Xml.root(document), violations);
        } catch (SAXException e) {
            violations.add("not well formed: " + e.getMessage());
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return violations;
    }

    private static Schema load() {
        try (var grammar = AtomSchema.class.getResourceAsStream("/conformance/atom.rnc")) {
            return CompactSchemaReader.getInstance()
                    .createSchema(new InputSource(grammar), new PropertyMapBuilder().toPropertyMap());
        } catch (IOException | SAXException | IncorrectSchemaException e) {
            throw new IllegalStateException("the grammar is wrong", e);
        }
    }

    private static void checkSentences(Element feed, List<String> violations) {
        var ids = new HashSet<String>();
        boolean hasAuthor = Xml.child(feed, Xml.ATOM, "author").isPresent();
        for (Element entry : Xml.children(feed, Xml.ATOM, "entry")) {
            String id = Xml.text(entry, Xml.ATOM, "id").orElse("");
            if (!hasAuthor && Xml.child(entry, Xml.ATOM, "author").isEmpty()) {
                violations.add("§4.1.2: neither the entry nor its feed has an author: " + id);
            }
            if (Xml.child(entry, Xml.ATOM, "content").isEmpty()
                    && alternates(entry).isEmpty()) {
                violations.add("§4.1.2: the entry has neither a content nor an alternate link: " + id);
            }
            if (alternates(entry).size() > 1) {
                violations.add("§4.1.2: the entry has two alternate links of one type: " + id);
            }
            if (!ids.add(id)) {
                violations.add("§4.1.1: two entries have one id: " + id);
            }
        }
        Xml.children(feed, Xml.ATOM, "author").stream()
                .filter(author -> Xml.text(author, Xml.ATOM, "name").orElse("").isBlank())
                .forEach(author -> violations.add("§3.2.1: an author has no name"));
    }

    private static List<Element> alternates(Element entry) {
        return Xml.children(entry, Xml.ATOM, "link").stream()
                .filter(link -> Xml.attribute(link, "rel").orElse("alternate").equals("alternate"))
                .toList();
    }

    private record Collecting(List<String> violations) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            violations.add(e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            violations.add(e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            violations.add(e.getMessage());
        }
    }
}
