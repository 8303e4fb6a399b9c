package guidang.reading;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;
import guidang.when.DateReader;

/** The words around a cited link: {@code author, 《[link]》, site, date. (参照 date).} */
final class CitationWords {
    private static final int LONGEST_AUTHOR = 80;
    private static final int LONGEST_SITE = 60;
    private static final int LONGEST_GAP = 600;
    private static final int LONGEST_SHORT = 24;

    private static final String OPENING = "《「〈『“\"‘";
    private static final String CLOSING = "》」〉』”\"’";

    private static final Pattern ACCESSED = Pattern.compile("[(（\\[]?+\\s*+(?:(?:参照|參照|参考|參考|查阅|查閱|检索|檢索|存取|造访|造訪|访问|訪問"
            + "|浏览|瀏覽|閲覧|閱覽|参阅|引用)(?:于|於|日期|时间|時間|日)?+|(?:(?:last )?+(?:accessed|retrieved|viewed))(?: on| at)?+)"
            + "\\s*+[:：]?+\\s*+([^()（）\\[\\]。\\n]{4,40}+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONLINE = Pattern.compile("\\[online[^\\]]{0,20}+\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern AVAILABLE = Pattern.compile(
            "[,.]?\\s*+(?:Available(?: at| from)?+|URL)\\s*+:?+\\s*+[<(]?+\\s*+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE_BEFORE = Pattern.compile("(?:(.{1,80}?)[,，]\\s*+)?([《「〈『].{1,300}+)",
            Pattern.DOTALL);
    private static final Pattern YEAR_BEFORE = Pattern
            .compile("(.{2,80}?)\\s?[(（](\\d{4}[^()（）]{0,20}+)[)）][.,，]?\\s*+");
    private static final Pattern LEAD = Pattern.compile(
            "(?:.*[，,。；;：:！？]\\s*+)?+(?:(?:详情|详细|具体|更多)?+(?:可|请|請)?+(?:阅读|閱讀|参见|參見|参考|参阅|见|見|摘自|引自|转引自|来自|see)\\s*+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATOR = Pattern.compile(",\\s*+|\\.(?=\\s|$)\\s*+|;\\s++|(?<=[》」])\\s++");
    private static final Pattern NO_SITE = Pattern.compile(
            "(?i)(?:web\\.)?archive\\.[a-z]{2,5}|.*〔\\d{4}〕.*|(?:vol|no|pp?|issue|eds?|edition|n\\.d|页码|頁碼|第.{1,8}[版页頁期号號章])\\b.*|[(（]?+n\\.d\\.?+[)）]?+|\\d++(?:st|nd|rd|th) edition"
                    + "|[^\\p{L}\\p{N}]*+|页码：.*|第.{1,8}[版页期].*");
    private static final Pattern TOWN = Pattern.compile("\\p{Lu}\\p{Ll}{2,20}: (?=.)");
    /** May also be the name of a site, where a whole date follows. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("\\b(vol|no|pp?)\\.\\s++", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_LIKE = Pattern.compile("\\d{4}[-/.年]\\s?\\d{0,3}(?:[-/.月]\\s?\\d{0,3}日?)?");

    private CitationWords() {}

    /**
     * What stands before a link.
     *
     * @param title of the source, where the link's own words are not it; empty otherwise
     * @param rest what follows that title, to be read like what follows a link
     */
    record Before(String author, String title, @Nullable When published, boolean quoted, String rest) {}

    /**
     * What stands after a link.
     *
     * @param online whether it is marked as library forms do
     * @param stated whether it names a site or a date at all, in the way of a citation
     */
    record After(String site, @Nullable When published, @Nullable When accessed, boolean online, boolean stated) {}

    static Before before(String gap) {
        String text = AVAILABLE.matcher(tail(gap)).replaceFirst("").strip();
        if (text.endsWith("<")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        boolean quoted = !text.isEmpty() && OPENING.indexOf(text.charAt(text.length() - 1)) >= 0;
        if (quoted) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (text.isEmpty()) {
            return new Before("", "", null, quoted, "");
        }
        Optional<When> day = date(withoutEnds(text));
        if (day.isPresent()) {
            return new Before("", "", day.get(), quoted, "");
        }
        Matcher year = YEAR_BEFORE.matcher(text);
        if (year.matches()) {
            return new Before(author(text.substring(0, year.end(1)) + ",", quoted), "",
                    date(year.group(2)).orElse(null), quoted, "");
        }
        Matcher titled = TITLE_BEFORE.matcher(text);
        if (!quoted && titled.matches()) {
            String title = titled.group(2);
            int close = closeOf(title);
            if (close > 1) {
                String author = titled.group(1) == null ? "" : author(titled.group(1) + ",", true);
                return new Before(author, title.substring(1, close), null, true, title.substring(close));
            }
        }
        return new Before(author(text, quoted), "", null, quoted, "");
    }

    /**
     * Reads what follows a link.
     *
     * @param closes whether it runs to the end of the block
     * @param malformed takes dates that are none
     */
    static After after(String gap, boolean closes, Consumer<String> malformed) {
        String text = gap.length() > LONGEST_GAP ? gap.substring(0, LONGEST_GAP) : gap;
        int start = 0;
        while (start < text.length() && (CLOSING + ">)）]> \u3000").indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        text = text.substring(start);
        When accessed = null;
        Matcher reading = ACCESSED.matcher(text);
        boolean online = ONLINE.matcher(text).find();
        boolean read = reading.find();
        if (read) {
            String words = withoutEnds(reading.group(1));
            accessed = date(words).orElse(null);
            if (accessed == null) {
                if (DATE_LIKE.matcher(words).lookingAt()) {
                    malformed.accept(words);
                } else {
                    read = false;
                }
            }
        }
        if (read) {
            text = text.substring(0, reading.start());
        }
        text = ONLINE.matcher(text).replaceAll("");
        if (!text.isBlank() && ",，.。;；-–—(（".indexOf(text.strip().charAt(0)) < 0) {
            return new After("", null, accessed, online, read || online);
        }
        return parts(text.strip(), closes, accessed, online, read, malformed);
    }

    private static After parts(String text, boolean closes, @Nullable When accessed, boolean online, boolean read,
            Consumer<String> malformed) {
        int from = 0;
        while (from < text.length() && ",，.。;；-–— ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        String site = "";
        When published = null;
        String body = NUMBER.matcher(text.substring(from)).replaceAll("$1 ");
        if (text.startsWith("，")) {
            if (!closes || body.length() > LONGEST_SHORT || body.indexOf('，') >= 0) {
                return new After("", null, accessed, online, read || online);
            }
            body = withoutEnds(body);
        }
        for (String part : SEPARATOR.split(body, -1)) {
            String word = part.strip();
            Optional<When> day = date(withoutEnds(word));
            if (day.isPresent() && published != null && site.isEmpty() && YEAR.matcher(published.written()).matches()) {
                site = published.written();
                published = day.get();
            } else if (day.isPresent()) {
                published = published == null ? day.get() : published;
            } else if (DATE_LIKE.matcher(withoutEnds(word)).matches()) {
                malformed.accept(withoutEnds(word));
                published = published == null ? date(word.replaceAll("[-/.年]+$", "")).orElse(null) : published;
            } else if (!word.isEmpty() && site.isEmpty() && isSite(word)) {
                site = TOWN.matcher(word).replaceFirst("");
            }
        }
        return new After(site, published, accessed, online, read || online || !site.isEmpty() || published != null);
    }

    private static boolean isSite(String word) {
        return word.length() <= LONGEST_SITE && !CitationSource.isLabel(word) && !NO_SITE.matcher(word).matches()
                && word.chars().noneMatch(c -> "。！？!?\n".indexOf(c) >= 0);
    }

    /** The date that words consist of, or begin with, resting on the source. */
    static Optional<When> date(String words) {
        String text = words.strip();
        if (text.length() < 4 || text.length() > 40) {
            return Optional.empty();
        }
        return DateReader.single(text)
                .or(() -> DateReader.read(text, null).stream().filter(found -> found.start() == 0).findFirst()
                        .filter(found -> isTime(text.substring(found.end()))).map(DateReader.Found::when))
                .map(when -> when.withBasis(When.Basis.SOURCE));
    }

    private static boolean isTime(String rest) {
        return rest.chars().allMatch(c -> "T0123456789:：.+Zz ".indexOf(c) >= 0);
    }

    /** The author in words that end with a comma; empty if they are something else. */
    private static String author(String text, boolean quoted) {
        char last = text.charAt(text.length() - 1);
        if (last != ',' && !(last == '，' && quoted)) {
            return "";
        }
        String name = text.substring(0, text.length() - 1).strip();
        Matcher lead = LEAD.matcher(name);
        if (name.length() <= LONGEST_GAP && lead.lookingAt() && lead.end() < name.length()) {
            name = name.substring(lead.end());
        }
        name = name.replaceFirst("^(?:作者|文|来源|來源|by)\\s?[:：]\\s?", "").strip();
        boolean sentence = name.length() > LONGEST_AUTHOR || name.chars().anyMatch(c -> "。！？；\n".indexOf(c) >= 0)
                || (last == '，' && (name.indexOf('，') >= 0 || name.length() > 24));
        return sentence ? "" : name;
    }

    /** Where the quotation mark that the text begins with is closed; -1 if nowhere. */
    private static int closeOf(String text) {
        char open = text.charAt(0);
        char close = CLOSING.charAt(OPENING.indexOf(open));
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.lastIndexOf(close);
    }

    private static String tail(String gap) {
        return gap.length() > LONGEST_GAP ? gap.substring(gap.length() - LONGEST_GAP) : gap;
    }

    private static String withoutEnds(String words) {
        int from = 0;
        int to = words.length();
        while (from < to && " (（[\u3000".indexOf(words.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " )）].,，。;；:：、\u3000".indexOf(words.charAt(to - 1)) >= 0) {
            to--;
        }
        return words.substring(from, to);
    }
}
