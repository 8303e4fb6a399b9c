package guidang.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import guidang.archive.When;
import guidang.change.Brief;
import guidang.change.Brief.Source;
import guidang.change.Change.Kind;

/** Changes of a made-up archive. */
final class NoticeSamples {
    private static final Source NEWS = new Source("北港轮渡今起复航 - 北港晚报",
            "https://web.archive.org/web/20210906120000/https://wanbao.example/a/88");
    private static final Source COMPANY = new Source("关于恢复载客的公告", "https://ferry.example/notice/12");

    private NoticeSamples() {}

    static Brief brief(Kind kind, String heading, String before, String after, Source... sources) {
        return brief(kind, "city/北港轮渡.md", "北港轮渡", heading, before, after, sources);
    }

    private static Brief brief(Kind kind, String path, String title, String heading, String before, String after,
            Source... sources) {
        return new Brief(kind, path, "", title, heading, heading.isEmpty() ? "" : "k3v9a2", heading.isEmpty()
                ? null
                : day("2021年9月6日", LocalDate.of(2021, 9, 6)), before, after, List.of(sources), "", "",
                Instant.parse("2022-09-01T02:00:00Z"));
    }

    private static @Nullable When day(String written, LocalDate day) {
        return new When(day, day, When.Precision.DAY, When.Relation.ON, false, written, When.Basis.STATED);
    }

    /** What is told together, by what it shows. */
    static Map<String, List<Brief>> all() {
        Map<String, List<Brief>> all = new LinkedHashMap<>();
        all.put("event-added", List.of(brief(Kind.EVENT_ADDED, "复航", "", "2021年9月6日，北港轮渡恢复载客，首班船早上六点开出。", NEWS,
                COMPANY)));
        all.put("event-corrected", List.of(brief(Kind.EVENT_CORRECTED, "复航", "2021年9月6日，北港轮渡恢复载客，首班船早上七点开出。",
                "2021年9月6日，北港轮渡恢复载客，首班船早上六点半开出。", NEWS)));
        all.put("event-dated-anew", List.of(brief(Kind.EVENT_CORRECTED, "复航", "北港轮渡恢复载客。", "北港轮渡恢复载客。", NEWS)));
        all.put("event-removed", List.of(brief(Kind.EVENT_REMOVED, "票价", "传单程票价将改为五元。", "")));
        all.put("citation-added", List.of(brief(Kind.CITATION_ADDED, "复航", "2021年9月6日，北港轮渡恢复载客。",
                "2021年9月6日，北港轮渡恢复载客。", COMPANY)));
        all.put("snapshot-removed", List.of(brief(Kind.SNAPSHOT_REMOVED, "复航", "2021年9月6日，北港轮渡恢复载客。",
                "2021年9月6日，北港轮渡恢复载客。", NEWS)));
        all.put("entry-added", List.of(brief(Kind.ENTRY_ADDED, "", "", "北港轮渡是往返北港和南湾的渡轮航线。")));
        all.put("entry-removed", List.of(brief(Kind.ENTRY_REMOVED, "", "北港轮渡是往返北港和南湾的渡轮航线。", "")));
        all.put("entry-renamed", List.of(new Brief(Kind.ENTRY_RENAMED, "city/北港轮渡.md", "city/轮渡.md", "北港轮渡", "", "",
                null, "", "", List.of(), "", "", Instant.parse("2022-09-01T02:00:00Z"))));
        all.put("several", List.of(all.get("event-added").getFirst(), all.get("event-corrected").getFirst(),
                all.get("event-removed").getFirst(), all.get("citation-added").getFirst()));
        return all;
    }

    /** Changes of several entries. */
    static List<Brief> many(int entries) {
        var many = new ArrayList<Brief>();
        for (int i = 0; i < entries; i++) {
            String path = "city/" + i + ".md";
            String title = i + " 路电车";
            many.add(brief(Kind.EVENT_ADDED, path, title, "改道", "", i + " 路电车改走滨江路，早晚高峰各加开两班。", NEWS));
            if (i % 2 == 0) {
                many.add(brief(Kind.EVENT_CORRECTED, path, title, "票价", "票价两元。", "票价三元。", NEWS));
                many.add(brief(Kind.EVENT_REMOVED, path, title, "票价", "学生半价。", ""));
                many.add(brief(Kind.SNAPSHOT_ADDED, path, title, "票价", "票价三元。", "票价三元。", NEWS));
            }
            if (i == 3) {
                many.add(brief(Kind.ENTRY_REMOVED, path, title, "", "", ""));
            }
        }
        return many;
    }
}
