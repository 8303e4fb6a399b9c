package guidang.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

import guidang.delivery.Sender;
import guidang.message.Language;
import guidang.message.Message;
import guidang.message.Message.Action;
import guidang.message.Message.Style;
import guidang.picture.Picture;
import guidang.subscription.Place;

/** Message → calls of the Bot API: text with entities, never a parse mode; link previews off. */
final class Speech {
    /** How long Telegram may repeat an offer to others. */
    private static final int CACHE_SECONDS = 300;
    private static final LinkPreviewOptions NO_PREVIEW = LinkPreviewOptions.builder().isDisabled(true).build();

    private final ButtonData buttons;

    Speech(ButtonData buttons) {
        this.buttons = buttons;
    }

    SendMessage send(Act.Say say, Instant now) {
        Message message = say.message();
        return SendMessage.builder().chatId(say.chat().id()).messageThreadId(say.chat().topic()).text(message.text())
                .entities(entities(message)).linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(keyboard(message, say.language(), now))
                .replyParameters(say.chat().isPrivate() ? null : answering(say.answers())).build();
    }

    /** The picture with its caption and the buttons that lead out of the chat or away from the message. */
    Upload photo(Act.Say say, Picture picture, Instant now) {
        Message caption = picture.caption();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("chat_id", say.chat().id());
        put(fields, "message_thread_id", say.chat().topic());
        fields.put("caption", caption.text());
        fields.put("caption_entities", entities(caption));
        put(fields, "reply_markup", keyboard(below(say.message()), say.language(), now));
        put(fields, "reply_parameters", say.chat().isPrivate() ? null : answering(say.answers()));
        return new Upload("sendPhoto", fields, "photo", "photo.png", "image/png", picture.png());
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** A button that runs something puts its answer in the place of the message, and no text takes a picture's place. */
    private static Message below(Message message) {
        return new Message("", List.of(), message.buttons().stream().map(row -> row.stream()
                .filter(button -> button.action() instanceof Action.Open || button.action() instanceof Action.Control)
                .toList()).filter(row -> !row.isEmpty()).toList());
    }

    EditMessageText edit(Act.Rewrite rewrite, Instant now) {
        Message message = rewrite.message();
        return EditMessageText.builder().chatId(rewrite.chat().id()).messageId(rewrite.messageId())
                .text(message.text()).entities(entities(message)).linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(keyboard(message, rewrite.language(), now)).build();
    }

    SendMessage notice(Place place, Message message, Language language, Sender.How how, Instant now) {
        return SendMessage.builder().chatId(place.chat()).messageThreadId(place.topic() == 0 ? null : place.topic())
                .text(message.text()).entities(entities(message)).linkPreviewOptions(NO_PREVIEW)
                .disableNotification(how.silent() ? true : null).replyMarkup(keyboard(message, language, now))
                .replyParameters(answering((int) how.answers())).build();
    }

    EditMessageText editNotice(Place place, long id, Message message, Language language, Instant now) {
        return EditMessageText.builder().chatId(place.chat()).messageId((int) id).text(message.text())
                .entities(entities(message)).linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(keyboard(message, language, now)).build();
    }

    AnswerInlineQuery offer(Act.Offer offer) {
        List<InlineQueryResultArticle> results = offer.choices().stream().map(Speech::result).toList();
        var answer = AnswerInlineQuery.builder().inlineQueryId(offer.query()).results(results).cacheTime(CACHE_SECONDS)
                .isPersonal(offer.personal()).nextOffset(offer.next());
        Act.Offer.Hint hint = offer.hint();
        if (hint != null) {
            answer.button(InlineQueryResultsButton.builder().text(hint.label()).startParameter(hint.start()).build());
        }
        return answer.build();
    }

    private static InlineQueryResultArticle result(Act.Offer.Choice choice) {
        Message message = choice.card().message();
        var content = InputTextMessageContent.builder().messageText(message.text()).entities(entities(message))
                .linkPreviewOptions(NO_PREVIEW).build();
        var row = new InlineKeyboardRow(
                InlineKeyboardButton.builder().text(choice.label()).url(choice.url()).build());
        message.buttons().stream().flatMap(List::stream).map(Speech::without).flatMap(Optional::stream)
                .forEach(row::add);
        return InlineQueryResultArticle.builder().id(choice.card().id()).title(choice.card().title())
                .description(choice.card().description()).inputMessageContent(content)
                .replyMarkup(InlineKeyboardMarkup.builder().keyboardRow(row).build()).build();
    }

    /** A button that needs nothing of the bot; one that does would have to know in which chat it is pressed. */
    private static Optional<InlineKeyboardButton> without(Message.Button button) {
        var key = InlineKeyboardButton.builder().text(button.label());
        return switch (button.action()) {
            case Action.Open open -> Optional.of(key.url(open.url()).build());
            case Action.Copy copy -> Optional.of(key.copyText(new CopyTextButton(copy.text())).build());
            case Action.Control control -> Optional.empty();
            case Action.Ask ask -> Optional.empty();
            case Action.Run run -> Optional.empty();
            case Action.Show show -> Optional.empty();
        };
    }

    private static @Nullable ReplyParameters answering(int message) {
        return message == 0
                ? null
                : ReplyParameters.builder().messageId(message).allowSendingWithoutReply(true).build();
    }

    static List<MessageEntity> entities(Message message) {
        var entities = new ArrayList<MessageEntity>();
        for (Message.Span span : message.spans()) {
            String type = switch (span.style()) {
                case Style.Bold bold -> "bold";
                case Style.Italic italic -> "italic";
                case Style.Code code -> "code";
                case Style.Struck struck -> "strikethrough";
                case Style.Underlined underlined -> "underline";
                case Style.Link link -> "text_link";
                case Style.Quote quote -> quote.expandable() ? "expandable_blockquote" : "blockquote";
            };
            var entity = MessageEntity.builder().type(type).offset(span.start()).length(span.length());
            if (span.style() instanceof Style.Link link) {
                entity.url(link.url());
            }
            entities.add(entity.build());
        }
        return entities;
    }

    private @Nullable InlineKeyboardMarkup keyboard(Message message, Language language, Instant now) {
        if (message.buttons().isEmpty()) {
            return null;
        }
        var rows = new ArrayList<InlineKeyboardRow>();
        for (List<Message.Button> row : message.buttons()) {
            var keys = new InlineKeyboardRow();
            for (Message.Button button : row) {
                var key = InlineKeyboardButton.builder().text(button.label());
                switch (button.action()) {
                    case Action.Open open -> key.url(open.url());
                    case Action.Copy copy -> key.copyText(new CopyTextButton(copy.text()));
                    case Action.Control control -> key.callbackData(control.word());
                    case Action.Ask ask -> key.callbackData(buttons.of(ask, language, now));
                    case Action.Run run -> key.callbackData(buttons.of(run, language, now));
                    case Action.Show show ->
                        key.callbackData(buttons.of(new Action.Run(show.command(), 0), language, now));
                }
                keys.add(key.build());
            }
            rows.add(keys);
        }
        return InlineKeyboardMarkup.builder().keyboard(rows).build();
    }
}
