package guidang.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import guidang.answer.Answer;
import guidang.answer.Item;
import guidang.archive.When;
import guidang.archive.When.Precision;
import guidang.message.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Pictures are compared with those in {@code src/test/resources/guidang/picture}, made small: how a JDK smooths edges
 * differs, where something stands does not. {@code -Dgolden.update=true} writes them anew.
 */
class PicturesTest {
    private static final Path GOLDEN = Path.of(System.getProperty("guidang.root", "."),
            "src/test/resources/guidang/picture");
    private static final int SMALL = 360;
    /** Of 255, on average over all of it and over any field of 12 × 12. */
    private static final double TOLERANCE = 1.5;
    private static final double FIELD_TOLERANCE = 20;

    static Stream<Arguments> scenes() {
        return Map.<String, Answer>of("every-kind", Scenes.everyKind(), "mixed", Scenes.mixed(), "many",
                Scenes.many(60), "about", Scenes.about(), "one",
                Scenes.timeline("北港轮渡", Scenes.item(Scenes.day("2021-08-05"), "2021年8月5日，渡口恢复夜航。"))).entrySet()
                .stream()
                .flatMap(scene -> Stream.of(Language.values())
                        .filter(language -> language == Language.SIMPLIFIED || scene.getKey().equals("every-kind"))
                        .map(language -> Arguments.of(scene.getKey() + "_" + language.locale().toLanguageTag(),
                                scene.getValue(), language)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void a_picture_looks_as_it_did(String name, Answer answer, Language language) throws IOException {
        BufferedImage drawn = small(image(Pictures.of(answer, language).orElseThrow()));
        Path file = GOLDEN.resolve(name + ".png");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            ImageIO.write(drawn, "png", file.toFile());
        }
        BufferedImage golden = ImageIO.read(file.toFile());
        assertEquals(golden.getHeight(), drawn.getHeight());
        double all = 0;
        double worst = 0;
        for (int y = 0; y < SMALL * golden.getHeight() / SMALL; y += 12) {
            for (int x = 0; x < SMALL; x += 12) {
                double field = difference(golden, drawn, x, y);
                all += field;
                worst = Math.max(worst, field);
            }
        }
        double mean = all / (Math.ceil(golden.getHeight() / 12.0) * SMALL / 12);
        assertTrue(mean < TOLERANCE, "differs by " + mean);
        assertTrue(worst < FIELD_TOLERANCE, "a field differs by " + worst);
    }

    @Test
    void there_is_a_scene_for_each_picture_kept() throws IOException {
        List<String> names = scenes().map(scene -> scene.get()[0] + ".png").sorted().toList();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(names, files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static double difference(BufferedImage one, BufferedImage other, int left, int top) {
        double sum = 0;
        int count = 0;
        for (int y = top; y < Math.min(top + 12, one.getHeight()); y++) {
            for (int x = left; x < Math.min(left + 12, one.getWidth()); x++) {
                var a = new Color(one.getRGB(x, y));
                var b = new Color(other.getRGB(x, y));
                sum += (Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue())) / 3.0;
                count++;
            }
        }
        return sum / count;
    }

    private static BufferedImage small(BufferedImage image) {
        int height = image.getHeight() * SMALL / image.getWidth();
        var small = new BufferedImage(SMALL, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, SMALL, height, null);
        graphics.dispose();
        return small;
    }

    private static BufferedImage image(Picture picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertEquals(picture.width(), image.getWidth());
        assertEquals(picture.height(), image.getHeight());
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 12, 30, 300, 3_000})
    void however_many_events_there_are_the_picture_keeps_its_size(int count) throws IOException {
        Picture picture = Pictures.of(Scenes.many(count), Language.SIMPLIFIED).orElseThrow();
        image(picture);
        assertEquals(1_080, picture.width());
        assertTrue(picture.height() <= 2_400, "height " + picture.height());
        boolean leftOut = picture.caption().text().contains("见文字");
        assertTrue(count < 9 ? !leftOut : leftOut || count < 25, picture.caption().text());
        assertTrue(picture.png().length < 1 << 20, "bytes " + picture.png().length);
    }

    @Test
    void what_is_left_out_and_what_is_undated_is_counted() {
        var items = new ArrayList<>(Scenes.many(40).items());
        items.add(Scenes.item(null, "没有人记得是哪一年。"));
        String caption = Pictures.of(Scenes.timeline("北港轮渡", items), Language.SIMPLIFIED).orElseThrow().caption()
                .text();
        assertTrue(caption.contains("41 件") && caption.contains("1 件没有日期"), caption);
        Matcher counts = Pattern.compile("图中 (\\d+) 件，另有 (\\d+) 件").matcher(caption);
        assertTrue(counts.find(), caption);
        int shown = Integer.parseInt(counts.group(1));
        assertEquals(40, shown + Integer.parseInt(counts.group(2)), caption);
        assertTrue(shown >= 8, caption);
    }

    @Test
    void nothing_dated_is_not_drawn() {
        assertTrue(Pictures.of(Scenes.timeline("渡口", Scenes.item(null, "从前的事。")), Language.ENGLISH).isEmpty());
        assertTrue(Pictures.of(new Answer.Random(List.of()), Language.ENGLISH).isEmpty());
        assertTrue(Pictures.of(new Answer.Tags(new TreeMap<>(), 0), Language.ENGLISH).isEmpty());
    }

    private static <T> T any(Random random, T[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anything_is_drawn_in_time(long seed) throws IOException {
        var random = new Random(seed);
        var items = new ArrayList<Item>();
        for (int i = 0; i < 40; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(random.nextBoolean() ? 10 : 4_000);
            for (int c = 0; c < length; c++) {
                text.appendCodePoint(random.nextInt(4) == 0
                        ? random.nextInt(Character.MAX_CODE_POINT + 1)
                        : 0x4E00 + random.nextInt(0x5200));
            }
            int year = random.nextInt(8) == 0 ? random.nextInt(10_000) - 200 : 1_900 + random.nextInt(200);
            var from = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
            var to = from.plusDays(random.nextInt(3) == 0 ? random.nextInt(90_000) : 0);
            Precision precision = any(random, Precision.values());
            items.add(Scenes.item(random.nextInt(9) == 0
                    ? null
                    : new When(from, to, precision,
                            any(random, When.Relation.values()), random.nextBoolean(),
                            "当时 " + text, any(random, When.Basis.values())),
                    "x" + text, "标题" + text));
        }
        for (Language language : Language.values()) {
            Picture picture = Pictures.of(Scenes.timeline("题目" + items.getLast().text(), items), language)
                    .orElseThrow();
            image(picture);
            assertTrue(picture.height() <= 2_400, "height " + picture.height());
            assertTrue(picture.caption().text().length() <= 1_024);
        }
    }
}
