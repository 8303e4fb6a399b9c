package guidang.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.answer.Answer.Nothing;
import guidang.answer.Answer.Nothing.Reason;
import guidang.answer.Answer.Quoted;
import guidang.archive.Citation;
import guidang.archive.Event;
import guidang.index.Aliases;
import guidang.index.ArchiveIndex;
import guidang.query.QueryReader;

import static guidang.answer.Pages.citing;
import static guidang.answer.Pages.event;
import static guidang.answer.Pages.on;
import static guidang.answer.Pages.page;
import static guidang.answer.Pages.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is answered and what is refused, as typed. */
class RefusalTest {
    @TempDir
    static Path folder;
    private static ArchiveIndex index;
    private static Answers answers;

    @BeforeAll
    static void fill() throws IOException {
        index = ArchiveIndex.open(folder, Aliases.none());
        try (ArchiveIndex.Update update = index.update()) {
            update.put(page("a/青石钢琴.md", "青石钢琴",
                    section("简介", event("p0", null, "青石钢琴是一家做立式钢琴的作坊。")),
                    section("搬迁", event("p1", on("2016-04-02"), "2016年4月2日，青石钢琴从苏州搬到了扬州，因为旧厂房漏雨。")),
                    section("召回", event("p2", on("2018-09"), "2018年9月，青石钢琴召回了120台琴，琴槌容易脱落。"))));
            update.put(page("a/白鹭轮渡.md", "白鹭轮渡",
                    section("停航", published(event("f1", on("2019-07-08"), "2019年7月8日，白鹭轮渡停航三周，检修船底。"), "晚潮网")),
                    section("涨价", event("f2", on("2020"), "2020年，白鹭轮渡的票价由2元涨到4元。"))));
            update.put(page("a/蓝莓词典.md", "蓝莓词典",
                    section("被约谈", published(event("w1", on("2021-03-05"), "2021年3月5日，蓝莓词典因为词条抄袭被约谈。"), "晚潮网"))));
            update.put(page("a/晚潮网.md", "晚潮网",
                    section("改版", event("n1", on("2017-01-09"), "2017年1月9日，晚潮网换了首页。"))));
            for (String name : new String[]{"松果相机", "北斗茶馆", "红枫邮局", "银杏书店", "石榴地图"}) {
                update.put(page("b/" + name + ".md", name, section("开张",
                        event("o" + Math.abs(name.hashCode() % 999), on("2014-02-03"),
                                "2014年2月3日，" + name + "开张，门口排起了队。"))));
            }
            update.commit();
        }
        answers = new Answers(index, Clock.systemUTC());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static Event published(Event event, String publisher) {
        Citation plain = Pages.citation("https://example.com/" + event.id().value());
        return citing(event, new Citation(plain.form(), plain.place(), plain.label(), plain.author(), plain.title(),
                publisher, plain.published(), plain.accessed(), plain.original(), plain.snapshots(), plain.text(),
                plain.line()));
    }

    private static Answer ask(String typed) {
        return answers.ask(QueryReader.question(typed, LocalDate.of(2022, 3, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"青石钢琴搬到哪里了", "青石钢琴为什么搬迁？", "青石钢琴召回了多少台琴", "白鹭轮渡停航多久", "轮渡票价涨到几元", "蓝莓词典为什么被约谈", "银杏书店哪天开张的",
            "白鷺輪渡什麼時候停航"})
    void what_an_entry_states_is_answered_however_short_the_question(String typed) {
        assertInstanceOf(Quoted.class, ask(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"青石钢琴一年赚多少亿美元", "白鹭轮渡的船长叫什么名字", "蓝莓词典总部大楼有几层", "银杏书店老板的女儿在哪里上学"})
    void what_an_entry_does_not_state_is_refused_and_the_entry_named(String typed) {
        var nothing = assertInstanceOf(Nothing.class, ask(typed));
        assertEquals(Reason.NOT_STATED, nothing.reason());
        assertTrue(typed.startsWith(String.valueOf(nothing.about())), () -> nothing.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"火星探测器何时返回", "鲸鱼为什么搁浅", "谁发明了电话", "冠军奖金是多少"})
    void what_no_entry_speaks_of_is_refused(String typed) {
        assertInstanceOf(Nothing.class, ask(typed));
    }

    @Test
    void a_question_in_english_is_answered_by_what_says_it_in_chinese() {
        assertInstanceOf(Quoted.class, answers.ask(
                QueryReader.question("when did 红枫邮局 open?", LocalDate.of(2022, 8, 5))));
    }

    @Test
    void an_entry_that_only_cites_a_site_does_not_answer_what_is_asked_about_it() {
        assertInstanceOf(Nothing.class, ask("晚潮网为什么被约谈"));
        assertInstanceOf(Quoted.class, ask("晚潮网什么时候改版"));
    }
}
