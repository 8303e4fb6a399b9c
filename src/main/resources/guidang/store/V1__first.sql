-- Times are milliseconds since 1970. Plain SQL that PostgreSQL runs as well.

-- What Telegram sent. A row is written before Telegram is told that it arrived, and its text is erased when it is dealt
-- with; the number stays for some days, so that the same update is not dealt with twice.
CREATE TABLE inbox (
    update_id BIGINT PRIMARY KEY,
    state VARCHAR(8) NOT NULL,
    body TEXT,
    tries INTEGER NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX inbox_by_state ON inbox (state, update_id);

-- What a chat chose.
CREATE TABLE chat (
    chat_id BIGINT PRIMARY KEY,
    language VARCHAR(16),
    settings_by VARCHAR(16) NOT NULL DEFAULT 'ADMINS',
    reply_length VARCHAR(16) NOT NULL DEFAULT 'SHORT',
    replies_expire_minutes INTEGER NOT NULL DEFAULT 0,
    changed_at BIGINT NOT NULL
);

-- Forum topics in which the bot keeps quiet.
CREATE TABLE quiet_topic (
    chat_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    PRIMARY KEY (chat_id, topic_id)
);

-- Which of the bot's messages answers which message, so that an edited question edits its answer, and whose it is.
CREATE TABLE reply (
    chat_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    asked_id BIGINT NOT NULL,
    answers_id BIGINT NOT NULL,
    asker_id BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (chat_id, message_id)
);
CREATE INDEX reply_by_question ON reply (chat_id, asked_id);
CREATE INDEX reply_by_age ON reply (sent_at);
CREATE INDEX reply_by_expiry ON reply (expires_at);

-- Commands too long for a button or a deep link.
CREATE TABLE kept_command (
    id VARCHAR(22) PRIMARY KEY,
    command TEXT NOT NULL,
    used_at BIGINT NOT NULL
);
CREATE INDEX kept_command_by_age ON kept_command (used_at);

-- Single facts: what was last told to Telegram about commands and descriptions.
CREATE TABLE fact (
    name VARCHAR(64) PRIMARY KEY,
    fact TEXT NOT NULL
);
