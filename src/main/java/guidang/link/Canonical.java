package guidang.link;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The canonical form of an address that is not an archived one, for comparing. */
final class Canonical {
    /** Query parameters that say how a reader came to a page, and never which page it is. */
    private static final Set<String> TRACKERS = Set.of("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid",
            "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc",
            "_hsmi", "mkt_tok", "spm", "scm", "spm_id_from", "from_spmid", "from_source", "vd_source", "share_source",
            "share_medium", "share_plat", "share_session_id", "share_tag", "share_from", "share_times", "unique_k",
            "bsource", "isappinstalled", "ref_src", "ref_url", "guccounter", "guce_referrer", "guce_referrer_sig");

    /** The same, where a name means it on one site only. */
    private static final Map<String, Set<String>> SITE_TRACKERS = Map.of("youtube.com",
            Set.of("si", "feature", "ab_channel", "pp"), "twitter.com", Set.of("s", "t", "cxt"), "bilibili.com",
            Set.of("from", "seid", "timestamp", "bbid", "ts", "is_story_h5", "mid", "buvid", "plat_id", "up_id"),
            "weibo.com", Set.of("from", "wvr", "mod", "refer_flag", "sudaref", "jumpfrom"), "mp.weixin.qq.com",
            Set.of("chksm", "scene", "sharer_shareid", "sharer_sharetime", "sharer_shareinfo",
                    "sharer_shareinfo_first", "subscene", "clicktime", "enterid", "sessionid", "ascene", "devicetype",
                    "nettype", "lang", "exportkey", "pass_ticket", "wx_header", "fontgear"));

    /** Names under which one site answers with the same paths. */
    private static final Map<String, String> SAME_SITE = Map.of("x.com", "twitter.com", "mobile.twitter.com",
            "twitter.com", "mobile.x.com", "twitter.com", "m.youtube.com", "youtube.com");

    private Canonical() {}

    static String key(Parts parts) {
        String host = parts.plainHost();
        host = SAME_SITE.getOrDefault(host, host);
        String rest = parts.rest().replace('\\', '/');
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash + 1);
        String target = hash < 0 ? rest : rest.substring(0, hash);
        int mark = target.indexOf('?');
        String query = mark < 0 ? "" : target.substring(mark + 1);
        String path = withoutFinalSlashes(mark < 0 ? target : target.substring(0, mark));

        var key = new StringBuilder();
        if (host.equals("youtu.be") && path.length() > 1) {
            host = "youtube.com";
            query = "v=" + path.substring(1) + (query.isEmpty() ? "" : "&" + query);
            path = "/watch";
        }
        key.append(host);
        if (!parts.port().isEmpty() && !parts.port().equals("80") && !parts.port().equals("443")) {
            key.append(':').append(parts.port());
        }
        key.append(Percent.decode(path));
        appendQuery(query, SITE_TRACKERS.getOrDefault(host, Set.of()), key);
        if (isRoute(fragment)) {
            key.append('#').append(Percent.decode(withoutFinalSlashes(fragment)));
        }
        return key.toString();
    }

    private static void appendQuery(String query, Set<String> siteTrackers, StringBuilder key) {
        char before = '?';
        for (String part : query.split("&", -1)) {
            String parameter = part.startsWith("amp;") ? part.substring(4) : part;
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (!parameter.isEmpty() && !name.startsWith("utm_") && !TRACKERS.contains(name)
                    && !siteTrackers.contains(name)) {
                key.append(before).append(Percent.decode(parameter.replace("+", "%20")));
                before = '&';
            }
        }
    }

    /** A fragment that names a page ({@code #!…}, {@code #/…}), not a place on one. */
    private static boolean isRoute(String fragment) {
        return fragment.length() > 1 && (fragment.startsWith("!") || fragment.startsWith("/"));
    }

    private static String withoutFinalSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
