package guidang.message;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.answer.Sample;
import guidang.archive.Citation;
import guidang.archive.Entry;
import guidang.archive.EntryPath;
import guidang.archive.Event;
import guidang.archive.EventId;
import guidang.archive.Section;
import guidang.archive.Snapshot;
import guidang.archive.When;
import guidang.index.Facts;
import guidang.index.Hits;
import guidang.link.WebAddress;
import guidang.query.Query;

/** Answers of every kind, for looking at their messages. */
final class Samples {
    private Samples() {}

    static Map<String, Answer> all() {
        Map<String, Answer> all = new LinkedHashMap<>();
        all.put("quoted", quoted());
        all.put("quoted-two-places", quotedFromTwoPlaces());
        all.put("quoted-unarchived", quotedUnarchived());
        all.put("quoted-at-length", quotedAtLength());
        all.put("quoted-outside-the-period",
                new Answer.Quoted(query("北港轮渡 before:2010"),
                        List.of(new Answer.Quote("2021年9月6日，北港轮渡恢复载客。", item(1))), List.of(), Hits.Tier.EXACT, true));
        all.put("found", found());
        all.put("found-second-page-by-sound", foundBySound());
        all.put("timeline-short", shortTimeline());
        all.put("timeline-period", periodTimeline());
        all.put("timeline-first-page", longTimeline(0));
        all.put("timeline-last-page", longTimeline(99));
        all.put("whole", whole(0));
        all.put("whole-from-a-section", wholeFrom("通知"));
        all.put("whole-of-one-source", wholeOfOneSource());
        all.put("whole-of-several-pages", wholeOfSeveralPages());
        all.put("citing", citing());
        all.put("mentioned", new Answer.Mentioned(List.of("北港轮渡", "南湾大桥"), List.of(), false, items(2)));
        all.put("mentioned-on-a-date",
                new Answer.Mentioned(List.of("北港轮渡"), List.of("2021年9月6日"), true, List.of(item(1))));
        all.put("mentioned-on-another-date",
                new Answer.Mentioned(List.of("北港轮渡"), List.of("2020年5月"), false, List.of(item(0))));
        all.put("nothing-mentioned", nothing(Answer.Nothing.Reason.NOT_MENTIONED, null, List.of(), List.of()));
        all.put("latest", new Answer.Latest(items(3), 1, 3, 9));
        all.put("on-this-day", onThisDay());
        all.put("on-this-day-nothing", new Answer.OnThisDay(LocalDate.of(2022, 2, 28), List.of()));
        all.put("random", new Answer.Random(List.of(item(2))));
        all.put("tags", tags());
        all.put("about", about());
        all.put("ambiguous", ambiguous());
        all.put("nothing-matches", nothing(Answer.Nothing.Reason.NO_MATCH, null, List.of(), List.of("北港渡轮", "北港渡口")));
        all.put("nothing-stated", nothing(Answer.Nothing.Reason.NOT_STATED, "北港轮渡", items(2), List.of()));
        all.put("nothing-stated-anywhere", nothing(Answer.Nothing.Reason.NOT_STATED, null, items(1), List.of()));
        all.put("nothing-filtered-out", filteredOut());
        all.put("nothing-named", nothing(Answer.Nothing.Reason.UNKNOWN_NAME, null, List.of(), List.of("北港轮渡")));
        all.put("nothing-cited", notCited());
        all.put("nothing-asked", nothing(Answer.Nothing.Reason.EMPTY, null, List.of(), List.of()));
        return all;
    }

    static Sample sample() {
        return new Sample("北港轮渡", "恢复载客", "2021", "轮渡", "traffic", "https://wanbao.example/a/88");
    }

    /** What a person may have typed to get the answer. */
    static String asked(Answer answer) {
        return switch (answer) {
            case Answer.Quoted quoted -> quoted.query().typed();
            case Answer.Found found -> "/search " + found.query().typed();
            case Answer.Timeline timeline -> "/timeline " + timeline.query().typed();
            case Answer.Whole whole -> "/entry " + whole.entry().path() + "#" + whole.anchor();
            case Answer.Citing citing -> citing.address();
            case Answer.Mentioned mentioned -> "/lookup " + String.join(" ", mentioned.names());
            case Answer.Latest latest -> "/latest";
            case Answer.OnThisDay day -> "/today";
            case Answer.Random random -> "/random";
            case Answer.Tags tags -> "/tags";
            case Answer.About about -> "/about";
            case Answer.Ambiguous ambiguous -> "/entry " + ambiguous.name();
            case Answer.Nothing nothing -> nothing.query().typed();
        };
    }

    static Query query(String typed, Query.Ignored... ignored) {
        return new Query(typed, List.of(typed), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                List.of(), Query.Wanted.ANYTHING, List.of(ignored));
    }

    static When on(String written, String day) {
        return when(written, day, day, When.Precision.DAY, When.Basis.STATED);
    }

    static When when(String written, String from, String to, When.Precision precision, When.Basis basis) {
        return new When(LocalDate.parse(from), LocalDate.parse(to), precision, When.Relation.ON, false, written, basis);
    }

    static Citation archived(String title, String publisher, String day, String original) {
        LocalDate date = LocalDate.parse(day);
        String url = "https://web.archive.org/web/" + day.replace("-", "") + "120000/" + original;
        return new Citation(Citation.Form.TITLE_DASH_SITE, Citation.Place.LIST, "", "", title, publisher, null, null,
                original, List.of(new Snapshot(Snapshot.Service.WAYBACK, url, date.atTime(12, 0))), title, 1);
    }

    static Citation today(String title, String code) {
        return new Citation(Citation.Form.LINK, Citation.Place.LIST, "", "", title, "", null, null, "",
                List.of(new Snapshot(Snapshot.Service.ARCHIVE_TODAY, "https://archive.is/" + code, null)), title, 1);
    }

    static Citation unarchived(String title, String original) {
        return new Citation(Citation.Form.LINK, Citation.Place.PROSE, "", "", title, "", null, null, original,
                List.of(), title, 1);
    }

    static Citation note(String text) {
        return new Citation(Citation.Form.NOTE, Citation.Place.FOOTNOTE, "n", "", "", "", null, null, "", List.of(),
                text, 1);
    }

    static Item item(int number, String title, String heading, @Nullable When when, String text,
            Citation... citations) {
        return new Item(new EventId("e" + number), new EntryPath("traffic/" + title + ".md"), title, heading, heading,
                when, text, List.of(citations));
    }

    /** Four events of a ferry, each dated in another way. */
    static Item item(int number) {
        return switch (number) {
            case 0 -> item(0, "北港轮渡", "停航", when("2021年7月底", "2021-07-21", "2021-07-31",
                    When.Precision.PART_OF_MONTH, When.Basis.STATED), "2021年7月底，北港轮渡停止载客，只运货车。",
                    today("北港轮渡暂停载客 - 港务公告", "aB3dE"),
                    archived("码头贴出停航通知，市民绕行大桥", "北港晚报", "2021-07-30", "https://wanbao.example/a/71"));
            case 1 -> item(1, "北港轮渡", "复航", on("2021年9月6日", "2021-09-06"), "2021年9月6日，北港轮渡恢复载客。",
                    archived("北港轮渡今起复航", "北港晚报", "2021-09-06", "https://wanbao.example/a/88"));
            case 2 -> item(2, "北港轮渡", "票价", when("2021-10-09", "2021-10-09", "2021-10-09", When.Precision.DAY,
                    When.Basis.SNAPSHOT), "北港轮渡拟调整票价，单程由两元改为三元，学生和老人不变",
                    archived("北港轮渡拟调整票价，单程由两元改为三元，学生和老人不变", "", "2021-10-09",
                            "https://news.example/ferry?id=5"));
            case 3 -> item(3, "南湾大桥", "", when("次日", "2021-09-07", "2021-09-07", When.Precision.DAY,
                    When.Basis.STATED), "次日，大桥取消货车限行。", unarchived("大桥限行公告", "https://bridge.example/notice"));
            case 4 -> item(4, "北港轮渡", "事故", null, "船员说，以前也有过类似的搁浅，但没有留下记录。", note("《北港口述史》，第 41 页。"));
            default -> item(number, "北港轮渡", "逐年记录", when("约" + (1990 + number / 3) + "年" + (number % 3 * 4 + 1) + "月",
                    1990 + number / 3 + "-0" + (number % 3 * 4 + 1) + "-01",
                    1990 + number / 3 + "-0" + (number % 3 * 4 + 1) + "-28", When.Precision.MONTH,
                    When.Basis.STATED),
                    "码头在这个月更换了第 " + number
                            + " 艘渡船，旧船拖往南湾拆解，船上的钟由港务公司收藏，航线和班次都没有改变，票价也照旧。其余的船照常行驶，直到年底。到了冬天，雾天停航的日子比往年多。",
                    archived("更换渡船的通知", "", "2015-01-01", "https://port.example/" + number));
        };
    }

    static List<Item> items(int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item(i));
        }
        return items;
    }

    private static Answer quoted() {
        return new Answer.Quoted(query("北港轮渡什么时候复航？"), List.of(new Answer.Quote("2021年9月6日，北港轮渡恢复载客。", item(1))),
                List.of(item(0), item(2), item(3), item(4)), Hits.Tier.EXACT);
    }

    private static Answer quotedFromTwoPlaces() {
        return new Answer.Quoted(query("北港轮渡 为什么 \"停航"),
                List.of(new Answer.Quote("2021年7月底，北港轮渡停止载客，只运货车。", item(0)),
                        new Answer.Quote("北港轮渡拟调整票价，单程由两元改为三元，学生和老人不变", item(2))),
                List.of(), Hits.Tier.NEAR);
    }

    private static Answer quotedUnarchived() {
        return new Answer.Quoted(query("大桥限行", new Query.Ignored("\"大桥", Query.Ignored.Reason.UNCLOSED_QUOTE)),
                List.of(new Answer.Quote("次日，大桥取消货车限行。", item(3)), new Answer.Quote("此前只有客车可以上桥。", item(3))),
                List.of(item(4)), Hits.Tier.EXACT);
    }

    private static Answer quotedAtLength() {
        String sentence = item(9).text().repeat(3);
        return new Answer.Quoted(query("更换渡船"), List.of(new Answer.Quote(sentence, item(9))), List.of(),
                Hits.Tier.EXACT);
    }

    private static Answer found() {
        return new Answer.Found(query("北港轮渡"), items(5), 0, 5, 23, true, Hits.Tier.EXACT, false);
    }

    private static Answer foundBySound() {
        return new Answer.Found(
                query("被港轮度 date:20x1", new Query.Ignored("date:20x1", Query.Ignored.Reason.MALFORMED_DATE)),
                items(2), 1, 5, 7, true, Hits.Tier.SOUND, true);
    }

    private static Answer shortTimeline() {
        return new Answer.Timeline(query("北港轮渡 2021年"), "北港轮渡", List.of("北港轮渡", "南湾大桥"),
                List.of(item(0), item(1), item(3), item(2), item(4)), 0);
    }

    private static Answer periodTimeline() {
        var period = new Query.Period(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31), "去年", true);
        var query = new Query("去年发生了什么", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                period, List.of(), Query.Wanted.WHAT, List.of());
        return new Answer.Timeline(query, "", List.of("北港轮渡", "南湾大桥"), List.of(item(0), item(1), item(3)), 0);
    }

    private static Answer longTimeline(int page) {
        List<Item> items = new ArrayList<>();
        for (int i = 5; i < 45; i++) {
            items.add(item(i));
        }
        items.addAll(List.of(item(0), item(1), item(2), item(4)));
        return new Answer.Timeline(query("北港轮渡"), "北港轮渡", List.of("北港轮渡"), items, page);
    }

    static Event event(Item item, boolean linkOnly, String... more) {
        return new Event(item.id(), item.text(), List.of(more), item.when(), item.citations(), 1, linkOnly);
    }

    static Entry entry() {
        return new Entry(new EntryPath("traffic/北港轮渡.md"), Entry.Kind.PAGE, "北港轮渡", "往来北港与南湾的渡船。", List.of("交通", "北港"),
                "",
                true, on("2022-07-03", "2022-07-03"), on("2021-07-27", "2021-07-27"),
                List.of(new Section("停航", List.of(), 2, "停航", 3, false,
                        List.of(event(item(0), false, "货车仍可上船，每天四班。")), List.of(archived("停航期间的班次表", "", "2021-08-02",
                                "https://port.example/table"), item(0).citations().getFirst())),
                        new Section("通知", List.of(), 2, "通知", 9, false, List.of(event(item(2), true),
                                event(item(3), true)), List.of()),
                        new Section("事故", List.of(), 2, "事故", 14, true, List.of(event(item(4), false)), List.of())),
                List.of(), 20, "00");
    }

    static Answer whole(int page) {
        return new Answer.Whole(entry(), "", items(3), page, List.of(item(3)));
    }

    private static Answer wholeFrom(String anchor) {
        return new Answer.Whole(entry(), anchor, items(3), 0, List.of());
    }

    static Answer wholeOfOneSource() {
        var section = new Section("复航", List.of(), 2, "复航", 3, false, List.of(event(item(1), false, item(1).text())),
                item(1).citations());
        return new Answer.Whole(entry(List.of(section)), "", List.of(item(1)), 0, List.of());
    }

    private static Answer wholeOfSeveralPages() {
        List<Event> events = new ArrayList<>();
        for (int i = 5; i < 45; i++) {
            events.add(event(item(i), false, item(i).text()));
        }
        var section = new Section("逐年记录", List.of(), 2, "逐年记录", 3, false, events, List.of());
        return new Answer.Whole(entry(List.of(section)), "", List.of(item(5)), 0, List.of(item(3)));
    }

    private static Entry entry(List<Section> sections) {
        Entry entry = entry();
        return new Entry(entry.path(), entry.kind(), entry.title(), "", List.of(), "", true, null, null, sections,
                List.of(), 20, "00");
    }

    private static Answer citing() {
        return new Answer.Citing("https://wanbao.example/a/88", List.of(item(1), item(0)));
    }

    private static Answer onThisDay() {
        return new Answer.OnThisDay(LocalDate.of(2022, 9, 6), List.of(item(5), item(1),
                new Item(new EventId("e1b"), item(1).path(), item(1).title(), item(1).heading(), "", item(1).when(),
                        "当天另有一班夜航。", List.of())));
    }

    private static Answer tags() {
        Map<String, Integer> tags = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            tags.put("标签" + (i + 1), 1200 / (i + 1));
        }
        return new Answer.Tags(tags, 0);
    }

    private static Answer about() {
        return new Answer.About(new Facts(841, 3_402, 5_011, 4_120, 9_876, 7_654,
                when("1998年", "1998-01-01", "1998-12-31", When.Precision.YEAR, When.Basis.STATED),
                on("2022年7月26日", "2022-07-26"), on("2022-07-26", "2022-07-26"), new TreeMap<>(Map.of("交通", 3)),
                new TreeMap<>(Map.of(YearMonth.of(2022, 6), 800, YearMonth.of(2022, 7), 41)), "f"));
    }

    private static Answer ambiguous() {
        return new Answer.Ambiguous("轮渡", List.of(item(0), item(3)));
    }

    private static Answer nothing(Answer.Nothing.Reason reason, @Nullable String about, List<Item> nearest,
            List<String> suggestions) {
        String typed = reason == Answer.Nothing.Reason.EMPTY ? "" : "北港轮度船长是谁";
        return new Answer.Nothing(
                new Query(typed, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                        List.of(), Query.Wanted.WHO, List.of()),
                reason, nearest, about, suggestions);
    }

    private static Answer filteredOut() {
        return new Answer.Nothing(new Query("北港轮渡 tag:航空 2030", List.of("北港轮渡"), List.of(), List.of(), List.of("航空"),
                List.of(), List.of(), List.of(), null, List.of(), Query.Wanted.ANYTHING, List.of()),
                Answer.Nothing.Reason.FILTERED_OUT, List.of(), null, List.of());
    }

    private static Answer notCited() {
        String url = "https://wanbao.example/a/99";
        return new Answer.Nothing(
                new Query(url, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
                        List.of(new WebAddress("wanbao.example/a/99", url)), Query.Wanted.ANYTHING, List.of()),
                Answer.Nothing.Reason.NOT_CITED, List.of(), null, List.of());
    }
}
