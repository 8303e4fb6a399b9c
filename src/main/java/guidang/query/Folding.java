package guidang.query;

/**
 * Folds a text for comparing it with the vocabulary: lower case, the Traditional characters of question words and
 * dates made Simplified. Keeps the length, so that offsets stay right. Matching of content is the index's business.
 */
final class Folding {
    /** Traditional and Simplified in turn; only what the vocabulary and the period grammar hold. */
    private static final String PAIRS = "甚什麽么妳你並并乾干亞亚佈布佔占併并來来侷局俬私俱具個个們们傢家傾倾億亿優优兒儿內内兩两冊册別别剋克"
            + "剎刹劃划劇剧動动務务區区卻却參参吶呐員员問问喨亮喫吃單单嗎吗噸吨噹当嚮向國国圍围園园圖图團团執执報报"
            + "場场塊块壯壮夠够夾夹實实審审寫写寬宽尅克將将對对導导屆届層层屬属巖岩幣币幫帮幹干幾几廻回張张彆别後后"
            + "徑径從从悳德悽凄愛爱憑凭懃勤應应戶户搆构撐撑擁拥擊击據据數数斷断於于昇升時时晉晋曉晓曏向書书會会東东"
            + "條条棟栋業业構构樓楼標标樣样機机檔档檯台欄栏權权欵款歐欧歲岁歸归殺杀毬球氣气沒没淒凄淪沦準准溫温潛潜"
            + "灣湾為为無无煩烦爲为狀状現现產产産产畫画當当發发盧卢眾众瞭了確确碼码禮礼種种稱称積积筆笔箇个節节簽签"
            + "籤签糰团約约紅红級级細细紹绍終终組组結结絕绝給给絨绒絶绝經经綫线網网線线緣缘編编緩缓緻致縣县總总織织"
            + "續续纔才罷罢羣群義义聖圣聞闻職职聽听脈脉腦脑腳脚臥卧臺台與与舖铺菓果華华萬万著着蓆席蔴麻藝艺處处號号"
            + "衆众裏里裝装裡里覈核視视計计記记設设訴诉註注評评詞词試试話话該该詳详誌志認认誒诶誘诱語语說说説说誰谁"
            + "調调談谈請请諜谍諧谐謂谓講讲謝谢譯译議议譽誉讀读變变讚赞貓猫貨货貴贵貶贬買买費费貼贴質质賬账贊赞跡迹"
            + "跼局蹟迹車车軍军軸轴輕轻輛辆輪轮轉转辦办迴回這这週周進进過过達达遠远選选還还邊边鄉乡針针鋪铺錄录錢钱"
            + "録录錶表鍾钟鎖锁鎮镇鐘钟鑑鉴鑒鉴長长門门閉闭開开間间関关闆板關关陞升隊队際际隨随隻只雖虽雙双難难電电"
            + "頁页頃顷項项順顺領领頭头顆颗題题額额類类顯显風风颱台飛飞飽饱餅饼館馆馬马體体髮发麯曲麵面麼么麽么點点"
            + "黨党齡龄齣出龍龙";
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
