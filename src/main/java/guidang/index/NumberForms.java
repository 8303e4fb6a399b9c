package guidang.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other ways to write a day or a counted number: 七月七号, 7月7日; 四个, 4个. Takes folded text. One of something (一个)
 * is left alone: it is mostly no number.
 */
final class NumberForms {
    private static final String CHINESE = "[一二两三四五六七八九十]{1,3}";
    private static final Pattern DAY = Pattern
            .compile("(?<![0-9])(?:([0-9]{1,2}|" + CHINESE + ")月份?)?([0-9]{1,2}|" + CHINESE + ")[日号](?!线|楼|院|码|称|召)");
    private static final Pattern MONTH = Pattern.compile("(?<![0-9个])([0-9]{1,2}|" + CHINESE + ")月份?(?!饼|亮|球|票|薪|光)");
    private static final Pattern COUNTED = Pattern.compile("(?<![0-9第])([0-9]{1,2}|" + CHINESE
            + ")(个|次|名|人|万|亿|块|元|款|家|年|天|周|小时|分钟|条|部|岁|种|位|集|期|张|台|篇|场|遍|章|倍|只|件|届|批|轮|份|座|支|项|国|字|级|所|辆|代|季)");
    private static final String DIGITS = "零一二三四五六七八九";

    private NumberForms() {}

    /**
     * A number in a text and its other forms.
     *
     * @param end exclusive
     */
    record Forms(int start, int end, List<String> others) {}

    static List<Forms> in(String folded) {
        var found = new ArrayList<Forms>();
        Matcher day = DAY.matcher(folded);
        while (day.find()) {
            int number = value(day.group(2));
            int month = day.group(1) == null ? 0 : value(day.group(1));
            if (number < 1 || number > 31 || month < 0 || month > 12) {
                continue;
            }
            String arabic = (month > 0 ? month + "月" : "") + number;
            String chinese = (month > 0 ? chinese(month) + "月" : "") + chinese(number);
            add(found, day, day.start(), arabic + "日", arabic + "号", chinese + "日", chinese + "号");
        }
        Matcher month = MONTH.matcher(folded);
        while (month.find()) {
            int number = value(month.group(1));
            if (number >= 1 && number <= 12) {
                add(found, month, month.start(), number + "月", chinese(number) + "月");
            }
        }
        Matcher counted = COUNTED.matcher(folded);
        while (counted.find()) {
            int number = value(counted.group(1));
            if (number > 1 && number < 100) {
                String unit = counted.group(2);
                add(found, counted, counted.start(), number + unit, chinese(number) + unit,
                        (number == 2 ? "两" : chinese(number)) + unit);
            }
        }
        return found;
    }

    private static void add(List<Forms> found, Matcher matcher, int start, String... forms) {
        List<String> others = List.of(forms).stream().distinct().filter(form -> !form.equals(matcher.group())).toList();
        found.add(new Forms(start, matcher.end(), others));
    }

    /** 0 to 99; -1 if it is no number. */
    private static int value(String written) {
        if (written.charAt(0) < 128) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return written.length() == 1 ? digit(written.charAt(0)) : -1;
        }
        if (ten > 1 || written.length() - ten > 2) {
            return -1;
        }
        int tens = ten == 0 ? 1 : digit(written.charAt(0));
        int ones = ten + 1 == written.length() ? 0 : digit(written.charAt(ten + 1));
        return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private static int digit(char c) {
        return c == '两' ? 2 : DIGITS.indexOf(c);
    }

    private static String chinese(int number) {
        if (number < 10) {
            return DIGITS.substring(number, number + 1);
        }
        String tens = number < 20 ? "" : DIGITS.substring(number / 10, number / 10 + 1);
        return tens + "十" + (number % 10 == 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1));
    }
}
