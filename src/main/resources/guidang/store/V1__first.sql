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

-- What a chat chose. spoken: the language in which it last subscribed; it is told in that where it chose none.
CREATE TABLE chat (
    chat_id BIGINT PRIMARY KEY,
    language VARCHAR(16),
    spoken VARCHAR(16),
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

-- What somebody wants to be told about. A subject is a kind and, in two parts, what it names.
CREATE TABLE subscription (
    id VARCHAR(22) PRIMARY KEY,
    chat_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    subject VARCHAR(16) NOT NULL,
    subject_name TEXT NOT NULL,
    subject_part TEXT NOT NULL,
    kinds VARCHAR(64) NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX subscription_by_place ON subscription (chat_id, topic_id);

-- How a place wants to be told. Hours are of its own time zone; quiet hours that are equal are none.
CREATE TABLE delivery_setting (
    chat_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    timing VARCHAR(16) NOT NULL,
    digest_hour INTEGER NOT NULL,
    digest_weekday INTEGER NOT NULL,
    zone VARCHAR(64) NOT NULL,
    quiet_from INTEGER NOT NULL,
    quiet_to INTEGER NOT NULL,
    silent BOOLEAN NOT NULL,
    paused_until BIGINT NOT NULL,
    PRIMARY KEY (chat_id, topic_id)
);

-- Places that cannot be reached: nothing is sent there until they are heard of again. Topic -1: the whole chat.
CREATE TABLE lost_place (
    chat_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    reason VARCHAR(100) NOT NULL,
    lost_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, topic_id)
);

-- The files of the archive as they were when changes were last looked for: deflated, in base64.
CREATE TABLE told_file (
    path TEXT PRIMARY KEY,
    hash VARCHAR(64) NOT NULL,
    content TEXT NOT NULL
);

-- One look at the archive that found something different.
CREATE TABLE batch (
    batch BIGINT PRIMARY KEY,
    found_at BIGINT NOT NULL
);

-- What was different, in JSON. A corrected event has another name than before: it is kept under both.
CREATE TABLE change (
    batch BIGINT NOT NULL REFERENCES batch (batch),
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    event VARCHAR(64) NOT NULL,
    event_before VARCHAR(64) NOT NULL,
    brief TEXT NOT NULL,
    PRIMARY KEY (batch, number)
);
CREATE INDEX change_by_event ON change (event);

-- The outbox: one change to be told to one place.
-- lease_until: until then somebody has it in hand. digest: last sent in a summary at its hour. doubts: how often nobody
-- knows whether it arrived. give_up_at: not tried again after that; 0 before the first try.
CREATE TABLE notice (
    chat_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    batch BIGINT NOT NULL,
    number INTEGER NOT NULL,
    subscription VARCHAR(22) NOT NULL,
    state VARCHAR(8) NOT NULL,
    attempt INTEGER NOT NULL,
    due_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    give_up_at BIGINT NOT NULL,
    digest BOOLEAN NOT NULL,
    doubts INTEGER NOT NULL,
    message_id BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    problem VARCHAR(100) NOT NULL,
    PRIMARY KEY (chat_id, topic_id, batch, number),
    FOREIGN KEY (batch, number) REFERENCES change (batch, number)
);
CREATE INDEX notice_by_due ON notice (state, due_at);
CREATE INDEX notice_by_message ON notice (chat_id, message_id);
CREATE INDEX notice_by_change ON notice (batch, number);
