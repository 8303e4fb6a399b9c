package guidang.picture;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.EntryPath;
import guidang.archive.EventId;
import guidang.archive.When;
import guidang.archive.When.Basis;
import guidang.archive.When.Precision;
import guidang.archive.When.Relation;
import guidang.index.Facts;
import guidang.query.Query;

/** Timelines of a town that does not exist. */
final class Scenes {
    private Scenes() {}

    static Answer.Timeline timeline(String topic, Item... items) {
        return timeline(topic, Arrays.asList(items));
    }

    static Answer.Timeline timeline(String topic, List<Item> items) {
        var query = new Query(topic, List.of(topic), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                null, List.of(), Query.Wanted.ANYTHING, List.of());
        return new Answer.Timeline(query, topic, items.stream().map(Item::title).distinct().toList(), items, 0);
    }

    static Item item(@Nullable When when, String text) {
        return item(when, text, "北港轮渡");
    }

    static Item item(@Nullable When when, String text, String title) {
        return new Item(new EventId("e" + Integer.toHexString(text.hashCode())), new EntryPath("town/" + title + ".md"),
                title, "", "", when, text, List.of());
    }

    static When day(String iso) {
        LocalDate day = LocalDate.parse(iso);
        String written = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        return when(written, iso, iso, Precision.DAY);
    }

    static When when(String written, String from, String to, Precision precision) {
        return when(written, from, to, precision, Relation.ON, false, Basis.STATED);
    }

    static When when(String written, String from, String to, Precision precision, Relation relation,
            boolean approximate, Basis basis) {
        return new When(LocalDate.parse(from), LocalDate.parse(to), precision, relation, approximate, written, basis);
    }

    /** Every way to date something. */
    static Answer.Timeline everyKind() {
        return timeline("北港轮渡",
                item(when("1990年代", "1990-01-01", "1999-12-31", Precision.DECADE), "渡口还用木船，逢大风停开。"),
                item(when("2008年", "2008-01-01", "2008-12-31", Precision.YEAR), "新码头动工。"),
                item(when("2009年夏天", "2009-06-01", "2009-08-31", Precision.PART_OF_YEAR), "新码头启用，旧码头改作鱼市。"),
                item(when("2011年3月", "2011-03-01", "2011-03-31", Precision.MONTH), "2011年3月，票价由二元改为三元。"),
                item(when("2011年7月底", "2011-07-21", "2011-07-31", Precision.PART_OF_MONTH), "第二条船下水，名为「北港二号」。"),
                item(day("2011-08-05"), "2011年8月5日，渡口恢复夜航，末班船推迟到二十二点三十分，售票处同时开始接受电子支付与学生月票。"),
                item(when("2011年12月28日 至 2012年1月3日", "2011-12-28", "2012-01-03", Precision.RANGE), "因浓雾停航七天。"),
                item(when("约2014年5月1日", "2014-05-01", "2014-05-01", Precision.DAY, Relation.ON, true, Basis.STATED),
                        "渡口的猫不见了。"),
                item(when("2016年9月10日之前", "2016-09-10", "2016-09-10", Precision.DAY, Relation.BEFORE, false,
                        Basis.STATED), "船员宿舍拆除。"),
                item(when("2018-02-11", "2018-02-11", "2018-02-11", Precision.DAY, Relation.ON, false, Basis.SOURCE),
                        "渡轮票价再调整 - 港城晚报"),
                item(null, "有人说渡口从前在河湾那边。"));
    }

    static Answer.Timeline mixed() {
        return timeline("輪渡 & Ferry",
                item(day("2021-07-02"), "《渡口新約》公布：自八月起，「北港」與「南灣」之間每日增開四班，詳見 Ferry Timetable v2.1。", "輪渡"),
                item(day("2021-07-02"), "The ferry company said that timetables would be posted at every pier by noon.",
                        "Ferry"),
                item(day("2021-07-14"), "渡轮🚢 👨‍👩‍👧 免费一天，口号是「Ｇｏ　Ｎｏｒｔｈ！」①②③ ㈱ ﬁn 𝐁𝐨𝐥𝐝 한국어 עברית 𬭳 □", "輪渡"),
                item(day("2021-08-30"), "a".repeat(60) + " " + "很长的名字".repeat(12), "輪渡"),
                item(when("8月31日", "2021-08-31", "2021-08-31", Precision.DAY, Relation.AFTER, false, Basis.STATED),
                        "新码头 https://pier.example/a/very/long/address/that/nobody/reads.html 对外开放。", "Ferry"));
    }

    /** Many events, most of them late, of days, months and years. */
    static Answer.Timeline many(int count) {
        var random = new Random(7);
        var days = new ArrayList<LocalDate>();
        for (int i = 0; i < count; i++) {
            double share = Math.sqrt(random.nextDouble());
            days.add(LocalDate.of(2009, 1, 1).plusDays((long) (share * 4_500)));
        }
        days.sort(null);
        var items = new ArrayList<Item>();
        for (int i = 0; i < count; i++) {
            LocalDate day = days.get(i);
            boolean whole = i % 5 == 4;
            When when = whole
                    ? when(day.getYear() + "年" + day.getMonthValue() + "月", day.withDayOfMonth(1).toString(),
                            day.withDayOfMonth(day.lengthOfMonth()).toString(), Precision.MONTH)
                    : day(day.toString());
            items.add(item(when, "第" + (i + 1) + "次会议决定了渡口的班次、票价和船员的轮换。".repeat(1 + i % 3)));
        }
        return timeline("北港轮渡", items);
    }

    static Answer.About about() {
        var months = new TreeMap<YearMonth, Integer>();
        var random = new Random(3);
        for (int i = 0; i < 30; i++) {
            months.merge(YearMonth.of(2019, 9).plusMonths(random.nextInt(34)), 1 + random.nextInt(60), Integer::sum);
        }
        return new Answer.About(new Facts(841, 3_402, 5_011, 4_120, 9_876, 7_654, null, null, null, new TreeMap<>(),
                months, "f"));
    }
}
