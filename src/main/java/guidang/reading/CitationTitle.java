package guidang.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title of a cited page, taken apart as browsers show it: {@code title - site}.
 *
 * @param title without the site; never blank unless all was
 * @param site empty if none is told
 * @param author empty if none is told
 */
record CitationTitle(String title, String site, String author) {
    private static final int LONGEST_SITE = 40;

    private static final String[] SPACED = {" - ", " – ", " — ", " | ", " ｜ ", " _ ", " · ", " : ", "- "};

    /** What names of sites end with. */
    private static final Pattern SITE_NAME = Pattern
            .compile("(?i).*(?:网|網|网站|網站|新闻|新聞|报|報|社|论坛|論壇|社区|社區|贴吧|百科|博客|频道|頻道|之家|电视台|電視台|"
                    + "电台|電台|传媒|傳媒|在线|在線|知乎|微博|豆瓣|专栏|專欄|头条|頭條|资讯|資訊|百度|知道|周刊|週刊|杂志|雜誌|时报|時報|日报|日報|电讯|電訊|订阅|訂閱|部落|办公室|辦公室|委员会|委員會|官网|官網|主页|"
                    + "客户端|公众号|观察|觀察|财经|財經|科技|文库|視頻|视频|吧|站|中心|部|局|委|政府|哔哩哔哩|bilibili|"
                    + "[a-z0-9]\\.(?:com|net|org|cn|tw|hk|jp|biz|info|cc|me|tv|io)|news|times|post|daily|online|wiki|reader|paper)",
                    Pattern.DOTALL);
    private static final Pattern LAST_WORD = Pattern
            .compile(".*\\s([^\\s，。！？、]{2,16}(?:社区|社區|论坛|論壇|百科|微博|网|網|网站|網站))", Pattern.DOTALL);
    private static final Pattern ON_TWITTER = Pattern.compile(
            "([^\\n]{1,80}?) (?:(?:on|在|auf|sur|en|в|på) (?:Twitter|X)|Twitterissä)[ \u00A0]?: ?[\"“](.+)",
            Pattern.DOTALL);
    private static final Pattern FROM_ON_WEIBO = Pattern.compile("(?s).*?[\\s.。…]来自\\s?+(\\S[^\\n]{0,39})");
    private static final String GITHUB = "GitHub - ";
    /** Archiving services keep pages, they do not publish them. */
    private static final Pattern KEEPER = Pattern
            .compile("(?i)(?:web\\.)?archive\\.[a-z]{2,5}|archive today|wayback machine");
    private static final Pattern NUMBERED = Pattern.compile("第? ?\\d{1,6} ?[页頁集期章楼]?|\\d[\\d.:/-]{0,20}");

    static CitationTitle of(String shown) {
        String text = shown.strip();
        Matcher tweet = ON_TWITTER.matcher(text);
        if (tweet.matches()) {
            String words = tweet.group(2).replaceAll("[\"”]\\s*+(?:/ (?:Twitter|X))?+$", "").strip();
            return new CitationTitle(words.isEmpty() ? text : words, "Twitter", tweet.group(1).strip());
        }
        if (text.startsWith(GITHUB) && text.length() > GITHUB.length()) {
            return new CitationTitle(text.substring(GITHUB.length()).strip(), "GitHub", "");
        }
        CitationTitle split = split(text);
        if (KEEPER.matcher(split.site).matches()) {
            split = split(split.title);
        }
        if (split.site.endsWith("微博") && split.title.length() <= 400) {
            Matcher from = FROM_ON_WEIBO.matcher(split.title);
            if (from.matches()) {
                return new CitationTitle(split.title, split.site, from.group(1).strip());
            }
        }
        return split;
    }

    private static CitationTitle split(String text) {
        int best = -1;
        String separator = "";
        for (String candidate : SPACED) {
            int at = text.lastIndexOf(candidate);
            if (at > best && !(candidate.equals("- ") && at > 0 && isWord(text.charAt(at - 1)))
                    && isSite(text.substring(at + candidate.length()))) {
                best = at;
                separator = candidate;
            }
        }
        if (best > 0) {
            return at(text, best, separator.length());
        }
        for (int i = text.length() - 2; i > 0 && i > text.length() - LONGEST_SITE; i--) {
            int length = unspaced(text, i);
            if (length > 0) {
                return at(text, i, length);
            }
        }
        Matcher word = LAST_WORD.matcher(text);
        return word.matches()
                ? at(text, word.start(1) - 1, 1)
                : new CitationTitle(text, "", "");
    }

    /** Whether a separator without spaces around it stands here; its length, or 0. */
    private static int unspaced(String text, int at) {
        char c = text.charAt(at);
        String site = text.substring(at + 1);
        return switch (c) {
            case '_' -> !betweenAscii(text, at) && isSite(site) && SITE_NAME.matcher(site.strip()).matches() ? 1 : 0;
            case '|', '｜' -> isSite(site) ? 1 : 0;
            case '-', '—', '–' -> !betweenAscii(text, at) && text.indexOf('_', Math.max(0, at - LONGEST_SITE)) < 0
                    && isSite(site) && SITE_NAME.matcher(site.strip()).matches() ? 1 : 0;
            default -> 0;
        };
    }

    private static boolean betweenAscii(String text, int at) {
        return isWord(text.charAt(at - 1)) && isWord(text.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static CitationTitle at(String text, int at, int length) {
        String title = text.substring(0, at).replaceAll("[\\s_|｜—–-]{1,10}+$", "");
        String site = text.substring(at + length).strip();
        return title.isBlank() ? new CitationTitle(text, "", "") : new CitationTitle(title.strip(), site, "");
    }

    private static boolean isSite(String tail) {
        String site = tail.strip();
        return !site.isEmpty() && site.length() <= LONGEST_SITE
                && site.chars().noneMatch(c -> "。！？；…?!\"“”".indexOf(c) >= 0)
                && balanced(site, '《', '》') && balanced(site, '「', '」') && balanced(site, '（', '）')
                && balanced(site, '(', ')') && balanced(site, '[', ']') && balanced(site, '【', '】')
                && !NUMBERED.matcher(site).matches();
    }

    private static boolean balanced(String text, char open, char close) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
