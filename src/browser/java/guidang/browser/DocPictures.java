package guidang.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** Takes the pictures of chats for the pages of {@code docs/}, from the playground over the shipped articles. */
final class DocPictures {
    private static final int WIDE = 460;
    private static final int TALL = 2_400;
    private static final double MARGIN = 8;
    private static final double PATIENCE_MILLIS = 2_500;

    /** What is done for one language: its name in file names, the browser's locale, and the words that are typed. */
    private record Tongue(String ending, String locale, String question, String timeline, String picture,
            String subscribe) {}

    private static final List<Tongue> TONGUES = List.of(
            new Tongue("", "zh-CN", "微信什么时候恢复注册？", "/timeline 微信 2021..2022", "图", "/subscribe 微信"),
            new Tongue("-en", "en-US", "What happened to WeChat in August 2021?", "/timeline WeChat 2021..2022",
                    "Picture", "/subscribe WeChat"));

    private DocPictures() {}

    /** Run by {@code src/bench/run pictures}; the argument is the folder that they go to. */
    public static void main(String[] args) throws IOException {
        Path to = Files.createDirectories(Path.of(args[0]));
        for (Tongue tongue : TONGUES) {
            try (var playground = new OpenPlayground()) {
                Page page = playground.page(WIDE, TALL, tongue.locale());
                page.locator("#language").selectOption(tongue.ending().isEmpty() ? "zh-hans" : "en");
                said(page, tongue.question());
                shot(page, to.resolve("asking-question" + tongue.ending() + ".png"));
                said(page, tongue.timeline());
                shot(page, to.resolve("asking-timeline" + tongue.ending() + ".png"));
                page.locator("#messages > .bot .key").getByText(tongue.picture(),
                        new Locator.GetByTextOptions().setExact(true)).last().click();
                page.locator(".photo").waitFor();
                page.waitForTimeout(PATIENCE_MILLIS);
                shot(page, page.locator("#messages > .bot").last(),
                        to.resolve("asking-picture" + tongue.ending() + ".png"));
            }
            try (var playground = new OpenPlayground()) {
                Page page = playground.page(WIDE, TALL, tongue.locale());
                page.locator("#language").selectOption(tongue.ending().isEmpty() ? "zh-hans" : "en");
                said(page, tongue.subscribe());
                page.locator("#messages > .bot .key").first().click();
                page.waitForTimeout(PATIENCE_MILLIS);
                page.locator("#open-panel").click();
                String text = page.locator("#entry-text").inputValue();
                page.locator("#entry-text").fill(text + "\n## 试用\n\n2022年9月9日，微信添了一句关于纸飞机的话。\n");
                page.locator("#editor button.main").click();
                page.locator("#close-panel").click();
                page.locator("#messages > .bot").nth(1).waitFor(new Locator.WaitForOptions().setTimeout(60_000));
                page.waitForTimeout(PATIENCE_MILLIS);
                shot(page, to.resolve("asking-notice" + tongue.ending() + ".png"));
            }
        }
        failing(to);
    }

    private static void failing(Path to) throws IOException {
        try (var playground = new OpenPlayground()) {
            Page page = playground.page(1360, 850, "zh-CN");
            said(page, TONGUES.getFirst().question());
            page.locator("#tab-trouble").click();
            page.locator("#troubles input[value=OUTAGE]").check();
            page.locator("#input").fill("相册");
            page.locator("#input").press("Enter");
            page.waitForTimeout(PATIENCE_MILLIS);
            page.screenshot(new Page.ScreenshotOptions().setPath(to.resolve("playground-failing.png")));
        }
    }

    private static void said(Page page, String words) {
        int before = page.locator("#messages > .bot").count();
        page.locator("#input").fill(words);
        page.locator("#input").press("Enter");
        page.locator("#messages > .bot").nth(before).waitFor();
        page.waitForTimeout(PATIENCE_MILLIS);
    }

    /** The last thing that was said, and all that came of it. */
    private static void shot(Page page, Path file) {
        shot(page, page.locator("#messages > .mine").last(), file);
    }

    private static void shot(Page page, Locator from, Path file) {
        BoundingBox first = from.boundingBox();
        BoundingBox last = page.locator("#messages > *").last().boundingBox();
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setClip(0, first.y - MARGIN, WIDE,
                last.y + last.height - first.y + 2 * MARGIN));
    }
}
