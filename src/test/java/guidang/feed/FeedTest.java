package guidang.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import guidang.archive.When;
import guidang.change.Brief;
import guidang.change.Change.Kind;
import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeedTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final URI BASE = URI.create("https://example.org/feeds/");

    private static Brief brief(Kind kind, String before, String after, String at, Brief.Source... sources) {
        LocalDate day = LocalDate.of(2021, 8, 5);
        return new Brief(kind, "company/青鸟.md", kind == Kind.ENTRY_RENAMED ? "青鳥.md" : "", "青鸟", "恢复注册", "e1",
                new When(day, day, When.Precision.DAY, When.Relation.ON, false, "2021年8月5日", When.Basis.STATED), before,
                after, List.of(sources), "编者", "0a1b2c", Instant.parse(at));
    }

    private static Feed feed(@Nullable URI base, Brief... changes) {
        return Feed.of("青鸟档案", base, Language.SIMPLIFIED, List.of(changes));
    }

    private static Brief.Source source(String url) {
        return new Brief.Source("《旧闻》", url);
    }

    @Test
    void a_correction_tells_both_texts_when_it_was_and_what_proves_it() {
        Item item = feed(null, brief(Kind.EVENT_CORRECTED, "七月起恢复。", "八月起恢复。", "2024-05-01T10:00:00.123Z",
                source("https://web.archive.org/web/2021/https://example.com/a"))).items().getFirst();
        assertEquals("更正：青鸟 – 恢复注册", item.title());
        assertEquals("时间：2021年8月5日\n原文：七月起恢复。\n现文：八月起恢复。\n"
                + "出处：《旧闻》 https://web.archive.org/web/2021/https://example.com/a", item.text());
        assertEquals(Instant.parse("2024-05-01T10:00:00Z"), item.updated());
        assertEquals("编者", item.author());
    }

    @Test
    void the_newest_come_first_and_no_more_than_a_hundred() {
        var changes = new ArrayList<Brief>();
        for (int i = 0; i < 130; i++) {
            changes.add(
                    brief(Kind.EVENT_ADDED, "", "第" + i + "条", Instant.ofEpochSecond(1_700_000_000L + i).toString()));
        }
        Collections.shuffle(changes, new Random(1));
        List<Item> items = Feed.of("x", null, Language.ENGLISH, changes).items();
        assertEquals(100, items.size());
        assertTrue(items.getFirst().text().contains("第129条"));
        assertTrue(items.getLast().text().contains("第30条"));
    }

    @Test
    void ids_are_unique_and_stay_when_newer_changes_come() {
        Brief one = brief(Kind.EVENT_ADDED, "", "恢复。", "2024-05-01T10:00:00Z");
        Brief later = brief(Kind.EVENT_REMOVED, "恢复。", "", "2024-05-02T10:00:00Z");
        Feed before = feed(null, one, one);
        Feed after = feed(null, one, one, later);
        assertNotEquals(before.items().get(0).id(), before.items().get(1).id());
        assertEquals(before.items(), after.items().subList(1, 3));
        assertEquals(before.id(), after.id());
        assertNotEquals(before.id(), Feed.of("other", null, Language.ENGLISH, List.of()).id());
    }

    @Test
    void the_same_changes_make_the_same_bytes() {
        Brief one = brief(Kind.EVENT_ADDED, "", "恢复。", "2024-05-01T10:00:00Z");
        Brief two = brief(Kind.EVENT_REMOVED, "停业。", "", "2024-05-02T10:00:00Z");
        assertArrayEquals(feed(BASE, one, two).atom(), feed(BASE, two, one).atom());
        assertArrayEquals(feed(BASE, one, two).json(), feed(BASE, two, one).json());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_kind_of_change_makes_a_valid_feed(Language language) throws Exception {
        var changes = new ArrayList<Brief>();
        for (Kind kind : Kind.values()) {
            changes.add(brief(kind, "<b>旧</b> & ]]>", "新\u0000\u0008\ud800\uffff 𠮷", "2024-05-01T10:00:00Z",
                    source("https://example.com/路径 [a]|b?q=%zz\"<>"), source("https://example.com/路径 [a]|b?q=%zz\"<>"),
                    source("not an address"), source(""), source("javascript:alert(1)")));
            changes.add(new Brief(kind, "a.md", "", "a", "", "", null, "", "", List.of(), "", "", Instant.EPOCH));
        }
        for (URI base : Arrays.asList(BASE, null)) {
            Feed feed = Feed.of("x", base, language, changes);
            assertEquals(2 * Kind.values().length, atomEntries(feed));
            assertEquals(2 * Kind.values().length, jsonItems(feed));
        }
        assertEquals(0, atomEntries(Feed.of("x", BASE, language, List.of())));
        assertEquals(0, jsonItems(Feed.of("x", null, language, List.of())));
    }

    @Test
    void addresses_are_written_so_that_every_reader_takes_them() {
        assertEquals("https://example.com/%E8%B7%AF%20%5Ba%5D?q=%25zz", Item.address("https://example.com/路 [a]?q=%zz")
                .orElseThrow());
        assertEquals("https://example.com/a%E3%80%82b", Item.address("https://example.com/a。b").orElseThrow());
        assertTrue(Item.address("ftp://example.com/a").isEmpty());
        assertTrue(Item.address("example.com").isEmpty());
    }

    @Test
    void every_language_has_the_same_words() {
        Set<String> english = keys(Language.ENGLISH);
        assertEquals(english, keys(Language.SIMPLIFIED));
        assertEquals(english, keys(Language.TRADITIONAL));
        for (Kind kind : Kind.values()) {
            assertTrue(english.contains(kind.name()), kind.name());
        }
    }

    private static Set<String> keys(Language language) {
        return ResourceBundle.getBundle("guidang.feed.Texts", language.locale(), FeedTest.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).keySet();
    }

    /** The rules of RFC 4287, sections 4.1 and 4.2, as far as they concern these feeds; how many entries there are. */
    private static int atomEntries(Feed feed) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed.atom()));
        Element root = document.getDocumentElement();
        assertEquals("feed", root.getLocalName());
        assertEquals(ATOM, root.getNamespaceURI());
        assertEquals(feed.language().locale().toLanguageTag(), root.getAttribute("xml:lang"));
        Set<String> ids = new HashSet<>();
        common(root, ids);
        assertEquals(1, children(root, "author").size());
        assertEquals(feed.base() == null ? 0 : 1, children(root, "link").size());
        children(root, "link").forEach(link -> assertEquals("self", link.getAttribute("rel")));
        List<Element> entries = children(root, "entry");
        for (Element entry : entries) {
            common(entry, ids);
            assertEquals(1, children(entry, "content").size());
            assertEquals("text", children(entry, "content").getFirst().getAttribute("type"));
            assertFalse(children(entry, "content").getFirst().getTextContent().isBlank());
            assertFalse(children(entry, "category").getFirst().getAttribute("term").isBlank());
            Set<String> links = new HashSet<>();
            for (Element link : children(entry, "link")) {
                assertEquals("via", link.getAttribute("rel"));
                assertTrue(URI.create(link.getAttribute("href")).isAbsolute());
                assertTrue(links.add(link.getAttribute("href")));
            }
        }
        return entries.size();
    }

    private static void common(Element element, Set<String> ids) {
        for (String name : List.of("id", "title", "updated")) {
            assertEquals(1, children(element, name).size(), name);
            assertFalse(children(element, name).getFirst().getTextContent().isBlank(), name);
        }
        String id = children(element, "id").getFirst().getTextContent();
        assertTrue(URI.create(id).isAbsolute() && ids.add(id), id);
        OffsetDateTime.parse(children(element, "updated").getFirst().getTextContent());
        for (Element author : children(element, "author")) {
            assertEquals(1, children(author, "name").size());
            assertFalse(author.getTextContent().isBlank());
        }
    }

    private static List<Element> children(Element element, String name) {
        var found = new ArrayList<Element>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }

    /** The rules of JSON Feed 1.1; how many items there are. */
    private static int jsonItems(Feed feed) throws IOException {
        JsonNode root = new ObjectMapper().readTree(new String(feed.json(), StandardCharsets.UTF_8));
        assertEquals("https://jsonfeed.org/version/1.1", root.path("version").asText());
        assertFalse(root.path("title").asText().isBlank());
        assertEquals(feed.base() == null ? "" : "https://example.org/feeds/feed.json",
                root.path("feed_url").asText(""));
        assertTrue(root.path("items").isArray());
        Set<String> ids = new HashSet<>();
        for (JsonNode item : root.path("items")) {
            assertTrue(item.path("id").isTextual() && ids.add(item.path("id").asText()));
            assertFalse(item.path("content_text").asText().isBlank());
            OffsetDateTime.parse(item.path("date_published").asText());
            if (item.has("external_url")) {
                assertTrue(URI.create(item.path("external_url").asText()).isAbsolute());
            }
            item.path("authors").forEach(author -> assertFalse(author.path("name").asText().isBlank()));
            item.path("tags").forEach(tag -> assertTrue(tag.isTextual()));
        }
        return root.path("items").size();
    }
}
