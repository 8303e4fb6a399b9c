package guidang.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What somebody does on the playground's page, clicked through in a real browser. */
@Timeout(180)
class PlaygroundStoryTest {
    private static final String QUESTION = "微信什么时候恢复注册？";
    private static final String ANSWER = "2021年8月5日，腾讯恢复了微信的新用户注册。";

    /** Many things run beside on the machines that run tests. */
    @BeforeAll
    static void wait_long() {
        setDefaultAssertionTimeout(30_000);
    }

    @Test
    void a_reader_asks_pages_edits_and_changes_language_in_private() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            say(page, QUESTION);
            Locator reply = replies(page).first();
            assertThat(reply.locator("blockquote")).hasText(ANSWER);
            Locator source = reply.locator("a[href*='web.archive.org']").first();
            assertThat(source).hasAttribute("target", "_blank");
            assertThat(source).hasAttribute("rel", "noopener noreferrer");

            reply.locator(".key", new Locator.LocatorOptions().setHasText("时间线")).click();
            assertThat(reply).containsText("时间线");
            assertThat(reply.locator(".meta")).containsText("已编辑");

            Locator mine = page.locator("#messages .mine").first();
            mine.locator(".more").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("编辑")).click();
            assertThat(page.locator("#input")).hasValue(QUESTION);
            say(page, "/tags");
            assertThat(mine).containsText("/tags");
            assertThat(reply).containsText("标签");

            page.locator("#language").selectOption("en");
            say(page, "/help");
            assertThat(replies(page).last()).containsText("Ask a question");

            mine.locator(".more").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("删除")).click();
            assertThat(page.locator("#messages .mine")).hasCount(1);
        }
    }

    @Test
    void everything_is_reached_by_keyboard() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            page.locator("#input").press("/");
            assertThat(page.locator("#offers [role=option]").first()).containsText("/search");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#offers [aria-selected=true]")).containsText("/timeline");
            page.keyboard().press("Enter");
            assertThat(page.locator("#input")).hasValue("/timeline ");
            page.keyboard().type("微信");
            page.keyboard().press("Enter");
            assertThat(replies(page).first()).containsText("时间线");
            page.locator("#input").press("/");
            page.keyboard().press("Escape");
            assertThat(page.locator("#offers")).isHidden();

            page.locator("#people input").first().focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#people input").nth(1)).isChecked();
            assertThat(page.locator("#place")).containsText("阿珍");

            Object nameless = page.evaluate("() => [...document.querySelectorAll('button, select, textarea, input, a')]"
                    + ".filter(n => n.checkVisibility() && !(n.textContent.trim() || n.getAttribute('aria-label') || n.labels?.length))"
                    + ".map(n => n.outerHTML)");
            assertEquals(List.of(), nameless);
        }
    }

    @Test
    void a_group_searches_in_its_topic_and_goes_on_after_it_has_moved() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            page.locator("#places button").nth(2).click();
            say(page, "/search 相册");
            Locator reply = replies(page).first();
            assertThat(reply.locator(".quoted")).containsText("/search 相册");
            assertThat(reply.locator("a").first()).isVisible();

            page.locator("#people label").nth(1).click();
            reply.locator(".key", new Locator.LocatorOptions().setHasText("移除")).click();
            assertThat(page.locator("#alert")).isVisible();
            page.locator("#alert button").click();
            assertThat(replies(page)).hasCount(1);

            page.locator("#places button").nth(1).click();
            say(page, "今天天气不错");
            say(page, "@guidang_bot " + QUESTION);
            assertThat(replies(page).last()).containsText(ANSWER);
            replies(page).last().locator(".key", new Locator.LocatorOptions().setHasText("私聊查看")).click();
            assertThat(page.locator("#places [aria-current]")).containsText("私聊");
            assertThat(replies(page).last()).containsText(ANSWER);

            page.locator("#tab-trouble").click();
            page.locator("#move").click();
            page.locator("#places button").nth(1).click();
            assertThat(page.locator("#messages .event")).hasText("群升级成了超级群，换了号码。");
            say(page, "/timeline 微信");
            assertThat(replies(page).last().locator(".quoted")).containsText("/timeline 微信");
        }
    }

    @Test
    void a_message_is_answered_with_a_search_for_it_and_an_admin_settles_what_the_group_sees() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            page.locator("#places button").nth(1).click();
            say(page, "听说微信又能注册新用户了");
            page.locator("#messages .mine").first().locator(".more").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("回复")).click();
            say(page, "/search");
            assertThat(replies(page).first()).containsText("新用户注册");

            page.locator("#people label").nth(1).click();
            page.locator("#tab-trouble").click();
            assertThat(page.locator("#promote")).hasText("让阿珍当群管理员");
            say(page, "/settings");
            assertThat(replies(page)).hasCount(2);
            assertThat(replies(page).last()).containsText("管理");
            assertThat(replies(page).last().locator(".key")).hasCount(0);
            page.locator("#promote").click();
            assertThat(page.locator("#promote")).hasText("不再让阿珍当群管理员");
            say(page, "/settings");
            assertThat(replies(page)).hasCount(3);
            replies(page).last().locator(".key", new Locator.LocatorOptions().setHasText("完整")).click();
            assertThat(replies(page).last().locator(".meta")).containsText("已编辑");
            page.locator("#people label").first().click();
            assertThat(page.locator("#promote")).isHidden();
        }
    }

    @Test
    void subscriptions_go_out_as_a_file_and_come_back_from_it() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            say(page, "/subscribe 微信");
            replies(page).first().locator(".key").first().click();
            assertThat(replies(page).first()).containsText("已订阅");
            say(page, "/export");
            Locator file = replies(page).last().locator("a.file");
            assertThat(file).isVisible();
            Path saved = page.waitForDownload(file::click).path();
            assertTrue(Files.readString(saved).contains("微信"));

            page.locator("#people label").nth(1).click();
            page.locator("#input").fill("/import");
            page.locator("#file")
                    .setInputFiles(new FilePayload("a.json", "application/json", Files.readAllBytes(saved)));
            assertThat(replies(page).first()).containsText("1");
            say(page, "/subscriptions");
            assertThat(replies(page).last()).containsText("微信");
        }
    }

    @Test
    void a_bot_that_was_thrown_out_says_nothing_and_speaks_again_when_it_is_back() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            page.locator("#places button").nth(1).click();
            page.locator("#tab-trouble").click();
            page.locator("#kick").click();
            assertThat(page.locator("#kick")).hasText("把机器人请回群");
            say(page, "/search 相册");
            page.waitForTimeout(2_000);
            assertThat(replies(page)).hasCount(0);
            page.locator("#kick").click();
            assertThat(page.locator("#kick")).hasText("把机器人移出群");
            int greeted = replies(page).count();
            say(page, "/search 相册");
            assertThat(replies(page).last().locator(".quoted")).containsText("/search 相册");
            assertTrue(replies(page).count() > greeted);
        }
    }

    @Test
    void results_are_chosen_inline_and_posted() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            page.locator("#places button").nth(1).click();
            page.locator("#input").fill("@guidang_bot 相册");
            // Above the results stands the way into the private chat.
            Locator results = page.locator("#offers [role=option]:has(span)");
            assertThat(results.first()).containsText("微信");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            String title = results.first().locator("span").innerText();
            page.keyboard().press("Enter");
            Locator posted = page.locator("#messages .mine").first();
            assertThat(posted.locator(".via")).containsText("@guidang_bot");
            assertThat(posted).containsText(title.substring(0, 8));
            assertThat(page.locator("#input")).hasValue("");
            posted.locator(".key.opens").click();
            assertThat(page.locator("#places [aria-current]")).containsText("私聊");
            assertThat(replies(page).first()).isVisible();
        }
    }

    @Test
    void nothing_is_lost_while_telegram_fails() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            say(page, "/start");
            assertThat(replies(page)).hasCount(1);
            page.locator("#tab-trouble").click();
            int answered = 1;
            for (String trouble : List.of("OUTAGE", "GATEWAY", "FLOOD")) {
                page.locator("#troubles input[value=" + trouble + "]").check();
                assertThat(page.locator("#banner")).isVisible();
                say(page, QUESTION);
                page.waitForTimeout(1_500);
                assertThat(replies(page)).hasCount(answered);
                page.locator("#troubles input[value=NONE]").check();
                assertThat(page.locator("#banner")).isHidden();
                answered++;
                assertThat(replies(page)).hasCount(answered,
                        new LocatorAssertions.HasCountOptions().setTimeout(20_000));
            }
            page.locator("#tab-calls").click();
            assertThat(page.locator("#call-list .bad").first()).isAttached();
            page.locator("#call-list .well:not(.poll) summary").first().click();
            assertThat(page.locator("#call-list pre").first()).containsText("chat_id");

            page.locator("#tab-trouble").click();
            page.locator("#block").click();
            assertThat(page.locator("#blocked")).isVisible();
            assertThat(page.locator("#line")).isHidden();
            page.locator("#blocked button").click();
            assertThat(page.locator("#line")).isVisible();
            assertFalse(Pattern.compile("bot424242:|424242:[A-Za-z0-9_-]{20}").matcher(page.content()).find());
        }
    }

    @Test
    void an_entry_edited_on_the_page_is_answered_from_a_moment_later() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            assertThat(page.locator("#entry-text")).hasValue(Pattern.compile("title: 微信"));
            String text = page.locator("#entry-text").inputValue();
            page.locator("#entry-text").fill(text + "\n## 试用\n\n2022年9月9日，微信在此添了一句关于纸飞机的话。\n");
            page.locator("#editor button.main").click();
            assertThat(page.locator("#saved")).containsText("已保存");
            String found = "";
            for (int i = 0; i < 20 && !found.contains("2022年9月9日"); i++) {
                page.waitForTimeout(700);
                say(page, "/search 纸飞机");
                assertThat(replies(page)).hasCount(i + 1);
                found = replies(page).last().innerText();
            }
            assertTrue(found.contains("2022年9月9日"), found);
        }
    }

    @Test
    void a_notice_arrives_while_an_entry_is_edited() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            say(page, "/subscribe 微信");
            Locator asked = replies(page).first();
            asked.locator(".key").first().click();
            assertThat(asked).containsText("已订阅");
            String text = page.locator("#entry-text").inputValue();
            page.locator("#entry-text").fill(text + "\n## 试用\n\n2022年9月9日，微信在此添了一句关于纸飞机的话。\n");
            page.locator("#editor button.main").click();
            assertThat(replies(page)).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            assertThat(replies(page).last()).containsText("纸飞机");
        }
    }

    @Test
    void a_picture_is_shown() throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            say(page, "/timeline 微信");
            replies(page).first().locator(".key", new Locator.LocatorOptions().setHasText(Pattern.compile("^图$")))
                    .click();
            assertThat(page.locator(".photo")).isVisible();
            Object width = page.locator(".photo")
                    .evaluate("async node => { await node.decode(); return node.naturalWidth; }");
            assertTrue(((Number) width).intValue() > 300, width.toString());
        }
    }

    @Test
    void an_archive_of_ones_own_is_edited_outside(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("纸.md"), "---\ntitle: 纸\n---\n\n2022年9月9日，纸被发明了一次。\n");
        try (var playground = new OpenPlayground("--archive", folder.toString())) {
            Page page = playground.page(1360, 850, "zh-CN");
            assertThat(page.locator("#folder")).containsText(folder.toString());
            assertThat(page.locator("#editor")).isHidden();
            say(page, "/entry 纸");
            assertThat(replies(page).first()).containsText("纸被发明了一次");
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 360", "zh-TW, 360", "en-US, 360", "en-US, 800"})
    void it_fits_a_narrow_screen_in_every_language(String locale, int width) throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(width, 740, locale);
            say(page, "/start");
            assertThat(replies(page).first()).isVisible();
            say(page, QUESTION);
            assertThat(replies(page)).hasCount(2);
            fits(page, width);
            page.locator("#open-panel").click();
            for (String tab : List.of("archive", "trouble", "calls")) {
                page.locator("#tab-" + tab).click();
                assertThat(page.locator("#" + tab)).isVisible();
                fits(page, width);
            }
            page.keyboard().press("Escape");
            assertThat(page.locator("#panel")).isHidden();
        }
    }

    private static void fits(Page page, int width) {
        Object wide = page.evaluate("() => document.documentElement.scrollWidth");
        assertTrue(((Number) wide).intValue() <= width, wide + " > " + width);
    }

    private static void say(Page page, String words) {
        page.locator("#input").fill(words);
        page.locator("#input").press("Enter");
        assertThat(page.locator("#input")).hasValue("");
    }

    private static Locator replies(Page page) {
        return page.locator("#messages > .bot");
    }
}
