package guidang.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import guidang.change.Brief;
import guidang.message.Language;

/**
 * A feed of changes. The same changes make the same bytes: nothing in it tells when it was written.
 *
 * @param name what tells this archive from others; the feed's id is made of it and must not change
 * @param base where the files will be found, ending with a slash; null if nobody knows
 * @param language of what is said around the statements
 * @param items the newest first
 */
public record Feed(String name, @Nullable URI base, Language language, List<Item> items) {
    /** More are not told. */
    public static final int MOST = 100;
    /** The files' names. */
    public static final String ATOM = "atom.xml";
    public static final String JSON = "feed.json";

    public Feed {
        items = List.copyOf(items);
        if (base != null && !base.getPath().endsWith("/")) {
            throw new IllegalArgumentException("no slash at the end: " + base);
        }
    }

    /** The feed of some changes, given in any order; at most {@value #MOST} of them, the newest. */
    public static Feed of(String name, @Nullable URI base, Language language, Collection<Brief> changes) {
        List<Brief> newest = changes.stream().sorted(Comparator.comparing(Brief::at).reversed()).limit(MOST).toList();
        Map<String, Integer> repeats = new HashMap<>();
        var words = new Words(language);
        var items = new ArrayList<Item>();
        for (Brief change : newest.reversed()) {
            String id = Item.id(name, change, 0);
            int before = repeats.merge(id, 1, Integer::sum) - 1;
            items.add(Item.of(before == 0 ? id : Item.id(name, change, before), change, words));
        }
        return new Feed(name, base, language, items.reversed());
    }

    /** The Atom document (RFC 4287), UTF-8. */
    public byte[] atom() {
        return new Atom(this).write();
    }

    /** The JSON Feed document (version 1.1), UTF-8. */
    public byte[] json() {
        return new JsonFeed(this).write();
    }

    String id() {
        return Item.uuid("feed\n" + name);
    }

    String title() {
        return new Words(language).of("title");
    }

    /** The address of one of the files; empty if nobody knows it. */
    String address(String file) {
        return base == null ? "" : base.resolve(file).toString();
    }
}
