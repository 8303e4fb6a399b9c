package guidang.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom, <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>. */
final class Atom {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final Feed feed;
    private final StringWriter out = new StringWriter();

    Atom(Feed feed) {
        this.feed = feed;
    }

    byte[] write() {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml);
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", feed.language().locale().toLanguageTag());
            element(xml, "id", feed.id());
            element(xml, "title", feed.title());
            element(xml, "updated", feed.items().isEmpty()
                    ? Instant.EPOCH.toString()
                    : feed.items().getFirst().updated().toString());
            person(xml, feed.title());
            link(xml, "self", "application/atom+xml", feed.address(Feed.ATOM));
            for (Item item : feed.items()) {
                entry(xml, item);
            }
            line(xml);
            xml.writeEndElement();
            line(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(XMLStreamWriter xml, Item item) throws XMLStreamException {
        line(xml);
        xml.writeStartElement("entry");
        element(xml, "id", item.id());
        element(xml, "title", item.title());
        element(xml, "updated", item.updated().toString());
        if (!item.author().isEmpty()) {
            person(xml, item.author());
        }
        line(xml);
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", item.kind());
        xml.writeAttribute("label", item.label());
        for (String proof : item.proofs()) {
            link(xml, "via", "", proof);
        }
        line(xml);
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(item.text());
        xml.writeEndElement();
        line(xml);
        xml.writeEndElement();
    }

    private static void person(XMLStreamWriter xml, String name) throws XMLStreamException {
        line(xml);
        xml.writeStartElement("author");
        xml.writeStartElement("name");
        xml.writeCharacters(name);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        if (address.isEmpty()) {
            return;
        }
        line(xml);
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        if (!type.isEmpty()) {
            xml.writeAttribute("type", type);
        }
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        line(xml);
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
