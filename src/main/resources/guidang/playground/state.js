// What the page knows of the chats: a copy of what the server told.

export const state = {
  bot: {}, people: [], chats: [], commands: [], calls: [], trouble: 'NONE', archive: {folder: '', editable: false},
  /** Messages by chat, then number. */
  messages: new Map(),
  /** Who somebody speaks as, and where: 'private', or the group's topic as a number, 0 for the general one. */
  me: 0, place: 'private',
  unread: new Map(), silent: new Set(), answers: new Map(), now: 0,
};

export const me = () => state.people.find(person => person.id === state.me);
export const groups = () => state.chats.filter(chat => chat.type !== 'private');
export const group = () => groups().at(-1);
/** The chat that is spoken in. */
export const here = () => state.place === 'private' ? state.chats.find(chat => chat.id === state.me) : group();
export const topic = () => state.place === 'private' ? 0 : state.place;
export const isThere = chat => chat && chat.bot !== 'kicked' && chat.bot !== 'left';

/** Where a message is shown: 'p7001', 'g0'. A group that has moved goes on in one place. */
export function placeOf(chat, message) {
  return chat > 0 ? 'p' + chat : 'g' + (message.message_thread_id || 0);
}
export const placeHere = () => state.place === 'private' ? 'p' + state.me : 'g' + state.place;

/** The messages of the place that is looked at, in order. */
export function shown() {
  const chats = state.place === 'private' ? [state.me] : groups().map(chat => chat.id);
  return chats.flatMap(chat => [...(state.messages.get(chat) || new Map()).values()]
    .filter(message => placeOf(chat, message) === placeHere())
    .sort((a, b) => a.message_id - b.message_id));
}

export function put(chat, message) {
  if (!state.messages.has(chat)) state.messages.set(chat, new Map());
  state.messages.get(chat).set(message.message_id, message);
}

/** Commands that the bot offers a person in a chat (Bot API, Determining list of commands). */
export function commands() {
  const scope = state.place === 'private' ? 'all_private_chats' : 'all_group_chats';
  const code = (me()?.language || '').slice(0, 2);
  for (const [kind, language] of [[scope, code], [scope, ''], ['default', code], ['default', '']]) {
    const found = state.commands.find(call => (call.scope?.type || 'default') === kind
      && (call.language_code || '') === language);
    if (found) return found.commands;
  }
  return [];
}

/** Where a link to the bot leads: the payload of t.me/BOT?start=…, or null for any other address. */
export function startOf(url) {
  try {
    const address = new URL(url);
    if (address.host === 't.me' && address.pathname === '/' + state.bot.username) return address.searchParams.get('start');
  } catch { /* not an address */ }
  return null;
}
