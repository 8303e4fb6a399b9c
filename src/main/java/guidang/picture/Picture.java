package guidang.picture;

import guidang.message.Message;

/** A picture to be sent. */
public final class Picture {
    private final byte[] png;
    private final int width;
    private final int height;
    private final Message caption;

    Picture(byte[] png, int width, int height, Message caption) {
        this.png = png.clone();
        this.width = width;
        this.height = height;
        this.caption = caption;
    }

    /** The file, in PNG. */
    public byte[] png() {
        return png.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** What it shows, in words: at most 1,024 UTF-16 units (Bot API, sendPhoto), without buttons. */
    public Message caption() {
        return caption;
    }
}
