package guidang.query;

/**
 * Folds a text for comparing it with the vocabulary: lower case, the Traditional characters of question words and
 * dates made Simplified. Keeps the length, so that offsets stay right. Matching of content is the index's business.
 */
final class Folding {
    /** Traditional and Simplified in turn; only what the vocabulary and the period grammar hold. */
    private static final String PAIRS = "麼么麽么甚什時时後后個个們们嗎吗為为爲为誰谁裡里裏里兒儿幾几錄录夾夹過过沒没這这來来還还樣样點点問问請请"
            + "煩烦與与從从於于無无號号週周間间線线軸轴歷历曆历發发經经結结開开關关標标簽签籤签錄录處处網网據据讓让給给將将會会對对"
            + "應应該该況况長长歲岁種种條条場场張张隻只屆届項项類类萬万億亿塊块圓圆錢钱國国頭头當当現现總总聽听說说講讲邊边啟启"
            + "龍龙脈脉順顺隨随幫帮訴诉覽览難难憑凭緣缘產产師师實实劃划圍围書书報报紙纸畫画遊游戲戏語语號号輪轮篇篇隊队組组層层"
            + "艘艘輛辆雙双臺台檔档體体資资訊讯縣县區区約约誤误連连級级終终餅饼貨货鑒鉴鑑鉴齡龄輕轻華华薪薪戀恋瞭了嘍喽喲哟囉啰"
            + "獲获專专業业員员內内處处萊莱極极顧顾單单稱称額额詞词譽誉義义準准評评構构蘇苏導导購购質质詳详細细環环極极繼继續续";
    private static final char[] TO = new char[Character.MAX_VALUE + 1];

    static {
        for (int i = 0; i < TO.length; i++) {
            TO[i] = Character.toLowerCase((char) i);
        }
        for (int i = 0; i < PAIRS.length(); i += 2) {
            TO[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
        }
        TO['’'] = '\'';
        TO['ʼ'] = '\'';
        TO['〇'] = '零';
    }

    private Folding() {}

    static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TO[folded[i]];
        }
        return new String(folded);
    }
}
