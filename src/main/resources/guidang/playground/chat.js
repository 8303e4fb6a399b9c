// The chat: messages, what is written below them, and what is offered while one writes.
import {ask, byId, copy, face, formatted, hour, link, make, text, toast} from './parts.js';
import {commands, here, isThere, placeHere, shown, startOf, state, topic} from './state.js';

const list = byId('messages');
const input = byId('input');
const offers = byId('offers');
const about = byId('about');
const key = message => message.chat.id + ':' + message.message_id;

let going = () => {};
/** How to go to another place. */
export function onGoing(go) { going = go; }

// ---- messages

const nodes = new Map();

/** Shows the place that is looked at from its beginning. */
export function showAll() {
  nodes.clear();
  list.replaceChildren();
  for (const message of shown()) add(message);
  if (!nodes.size) list.append(hints());
  list.scrollTop = list.scrollHeight;
  showWriting();
}

/** Shows one message that came or changed, if it belongs here. */
export function showOne(message) {
  const old = nodes.get(key(message));
  const low = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  if (old) {
    const focused = old.contains(document.activeElement);
    const fresh = item(message);
    old.replaceWith(fresh);
    nodes.set(key(message), fresh);
    if (focused) (fresh.querySelector('.keys button, .keys a, .more') || list).focus();
  } else {
    if (!nodes.size) list.replaceChildren();
    add(message);
    nodes.get(key(message)).classList.add('new');
  }
  if (low) list.scrollTop = list.scrollHeight;
}

export function dropOne(chat, id) {
  const node = nodes.get(chat + ':' + id);
  if (node) {
    node.remove();
    nodes.delete(chat + ':' + id);
    if (!nodes.size) list.append(hints());
  }
}

function add(message) {
  const node = item(message);
  nodes.set(key(message), node);
  list.append(node);
}

/** What to try where nothing was said yet. */
function hints() {
  const tries = state.place === 'private'
    ? ['/start', ...(state.archive.editable ? [text('try.question')] : []), '/latest', '/today']
    : [...(state.archive.editable ? ['/search ' + text('try.words'), '@' + state.bot.username + ' ' + text('try.question')] : ['/latest'])];
  const row = make('div', {class: 'tries'});
  for (const words of tries) row.append(make('button', {type: 'button', onclick: () => say(words)}, words));
  row.append(make('button', {type: 'button', onclick: () => write('@' + state.bot.username + ' ')}, text('try.inline')));
  return make('li', {class: 'hints'}, make('p', {}, text(state.place === 'private' ? 'empty.private' : 'empty.group')), row);
}

function item(message) {
  if (message.migrate_to_chat_id) return make('li', {class: 'event'}, text('moved.here'));
  const mine = message.from?.id === state.me;
  const bubble = make('div', {class: 'bubble'});
  if (!mine && message.chat.type !== 'private') bubble.append(make('b', {class: 'who'}, message.sender_chat?.title || message.from.first_name));
  if (message.via_bot) bubble.append(make('span', {class: 'via'}, text('via', '@' + message.via_bot.username)));
  if (message.reply_to_message) bubble.append(quoted(message.reply_to_message));
  for (const part of media(message)) bubble.append(part);
  const words = message.text ?? message.caption ?? '';
  if (words) bubble.append(make('div', {class: 'text', dir: 'auto'}, formatted(words, message.entities || message.caption_entities, tapped)));
  const marks = [];
  if (message.edit_date) marks.push(text('edited'));
  if (state.silent.has(key(message))) marks.push('🔕 ' + text('silent'));
  bubble.append(make('span', {class: 'meta'}, ...marks.map(mark => mark + ' · '), make('time', {}, hour(message.date))));
  const body = make('div', {class: 'both'}, bubble);
  const rows = message.reply_markup?.inline_keyboard || [];
  if (rows.length) body.append(keyboard(message, rows));
  const more = make('button', {type: 'button', class: 'more', 'aria-label': text('more'), 'aria-haspopup': 'menu', onclick: () => menu(message, more)}, '⋯');
  const node = make('li', {class: mine ? 'mine' : message.from?.is_bot ? 'theirs bot' : 'theirs'}, ...(mine || message.chat.type === 'private' ? [] : [face(message.from)]), body, more);
  node.id = 'm' + key(message);
  return node;
}

function quoted(message) {
  return make('button', {type: 'button', class: 'quoted', onclick: () => {
    const node = nodes.get(key(message));
    node?.scrollIntoView({block: 'center'});
    node?.classList.add('new');
  }}, make('b', {}, message.from?.first_name || ''), make('span', {}, (message.text || message.caption || '…').slice(0, 90)));
}

function media(message) {
  const parts = [];
  if (message.photo) {
    const size = message.photo.at(-1), src = '/file/' + message.chat.id + '/' + message.message_id;
    parts.push(make('a', {href: src, target: '_blank'},
      make('img', {class: 'photo', src, width: size.width, height: size.height, alt: message.caption || text('photo')})));
  }
  if (message.document) {
    const file = message.document;
    const ours = message.from?.is_bot ? {href: '/file/' + message.chat.id + '/' + message.message_id, download: file.file_name || 'file'} : {};
    parts.push(make(message.from?.is_bot ? 'a' : 'span', {class: 'file', ...ours},
      make('span', {'aria-hidden': 'true'}, '📄'), make('span', {}, file.file_name || text('file'))));
  }
  return parts;
}

function keyboard(message, rows) {
  const keys = make('div', {class: 'keys'});
  for (const row of rows) {
    const line = make('div');
    for (const button of row) line.append(pressable(message, button));
    keys.append(line);
  }
  return keys;
}

function pressable(message, button) {
  if (button.url) {
    const node = link(button.url, tapped);
    node.className = 'key opens';
    node.textContent = button.text;
    return node;
  }
  const node = make('button', {type: 'button', class: 'key'}, button.text);
  node.addEventListener('click', () => {
    if (button.copy_text) copy(button.copy_text.text);
    else if (button.callback_data) press(message, button.callback_data, node);
    else if ('switch_inline_query_current_chat' in button) write('@' + state.bot.username + ' ' + button.switch_inline_query_current_chat);
    else if ('switch_inline_query' in button) write('@' + state.bot.username + ' ' + button.switch_inline_query);
    else toast(text('cannot'));
  });
  if (button.copy_text) node.classList.add('copies');
  return node;
}

async function press(message, data, node) {
  node.classList.add('busy');
  try {
    const {query} = await ask('press', {person: state.me, chat: message.chat.id, message: message.message_id, data});
    const answer = await answered('press' + query);
    if (answer.url) tapped('link', answer.url) || open(answer.url, '_blank', 'noopener');
    else if (answer.text && answer.show_alert) {
      byId('alert').querySelector('p').textContent = answer.text;
      byId('alert').showModal();
    } else if (answer.text) toast(answer.text);
  } catch {
    toast(text('unanswered'));
  } finally {
    node.classList.remove('busy');
  }
}

/** Waits for the bot's answer to a press or to typing. */
function answered(query) {
  return new Promise((done, failed) => {
    if (state.answers.get(query)?.body) return done(state.answers.get(query).body);
    const timer = setTimeout(() => { state.answers.delete(query); failed(new Error('late')); }, 20000);
    state.answers.set(query, {done: body => { clearTimeout(timer); done(body); }});
  });
}

/** The bot answered a press or typing. */
export function answer(query, body) {
  const waiting = state.answers.get(query);
  state.answers.set(query, {body});
  waiting?.done?.(body);
  if (state.answers.size > 100) state.answers.delete(state.answers.keys().next().value);
}

/** Something in a message was pressed; true if that is all there is to do. */
function tapped(type, words) {
  if (type === 'bot_command') { say(words); return true; }
  if (type === 'mention') { write(words + ' '); return true; }
  const payload = startOf(words);
  if (payload === null) return false;
  going('private');
  say(payload ? '/start ' + payload : '/start');
  return true;
}

// ---- the menu of one message

let openMenu;
function closeMenu() {
  openMenu?.remove();
  openMenu = undefined;
}

function menu(message, from) {
  const again = openMenu && openMenu.parentNode === from.parentNode;
  closeMenu();
  if (again) return;
  const mine = message.from?.id === state.me && !message.via_bot;
  const choices = [['reply', () => begin('answers', message)], ['copy', () => copy(message.text || message.caption || '')]];
  if (mine) choices.push(['edit', () => begin('edits', message)]);
  if (message.from?.id === state.me) choices.push(['delete', () => ask('delete', {chat: message.chat.id, message: message.message_id})]);
  openMenu = make('div', {class: 'menu', role: 'menu'});
  for (const [name, act] of choices) {
    openMenu.append(make('button', {type: 'button', role: 'menuitem', onclick: () => { closeMenu(); act(); }}, text(name)));
  }
  openMenu.addEventListener('keydown', event => {
    const items = [...openMenu.children];
    const at = items.indexOf(document.activeElement);
    if (event.key === 'Escape') { closeMenu(); from.focus(); }
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length].focus();
    else if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length].focus();
    else return;
    event.preventDefault();
  });
  from.parentNode.append(openMenu);
  openMenu.style.top = from.offsetTop + from.offsetHeight + 'px';
  openMenu.scrollIntoView({block: 'nearest'});
  openMenu.firstChild.focus();
}
document.addEventListener('click', event => {
  if (openMenu && !openMenu.parentNode.contains(event.target)) closeMenu();
});

// ---- writing

let answers = null, edits = null;

function begin(what, message) {
  answers = what === 'answers' ? message : null;
  edits = what === 'edits' ? message : null;
  if (edits) input.value = edits.text;
  showWriting();
  grow();
  input.focus();
}

/** What stands above the line, and whether one can write at all. */
export function showWriting() {
  const about_ = answers || edits;
  about.hidden = !about_;
  if (about_) about.firstElementChild.textContent = text(edits ? 'editing' : 'answering', (about_.text || about_.caption || '').slice(0, 80));
  const blocked = state.place === 'private' && here() && !isThere(here());
  byId('blocked').hidden = !blocked;
  byId('line').hidden = blocked;
  byId('attach').hidden = state.place !== 'private';
}

export function leaveWriting() {
  answers = edits = null;
  closeMenu();
  hide();
  showWriting();
}

function write(words) {
  input.value = words;
  input.focus();
  changed();
}

async function say(words) {
  try {
    await ask('say', {person: state.me, chat: here().id, topic: topic(), text: words, answers: answers?.message_id || 0});
    answers = null;
    showWriting();
    list.scrollTop = list.scrollHeight;
    return true;
  } catch {
    toast(text('cannot'));
    return false;
  }
}

async function send() {
  const words = input.value.trim();
  if (!words) return;
  hide();
  if (edits) {
    const message = edits;
    input.value = '';
    begin('', null);
    try {
      await ask('edit', {person: state.me, chat: message.chat.id, message: message.message_id, text: words});
    } catch { toast(text('cannot')); }
  } else {
    input.value = '';
    if (!await say(words)) input.value = words;
  }
  grow();
}

function grow() {
  input.style.height = 'auto';
  input.style.height = Math.min(input.scrollHeight, 140) + 'px';
}

// ---- commands and inline results above the line

let active = -1, offering = '', typing, typed = '', next = '', found = [];

function hide() {
  clearTimeout(typing);
  typed = '';
  offers.hidden = true;
  offers.replaceChildren();
  active = -1;
  input.removeAttribute('aria-activedescendant');
}

function changed() {
  grow();
  const words = input.value;
  const name = '@' + state.bot.username;
  if (words.startsWith(name + ' ')) {
    const query = words.slice(name.length + 1);
    if (query === typed && !offers.hidden) return;
    if (offering === 'commands') hide();
    offering = 'results';
    clearTimeout(typing);
    typing = setTimeout(() => look(query, ''), 200);
  } else if (/^\/\w*$/.test(words)) {
    offerCommands(words.slice(1).toLowerCase());
  } else hide();
}

function offerCommands(begun) {
  const all = commands().filter(command => command.command.startsWith(begun));
  if (!all.length) return hide();
  offering = 'commands';
  offers.replaceChildren(...all.map(command => option(
    [make('b', {}, '/' + command.command), make('span', {}, command.description)],
    () => write('/' + command.command + ' '))));
  open_();
}

async function look(query, offset) {
  typed = query;
  try {
    const asked = await ask('type', {person: state.me, text: query, offset});
    const body = await answered('inline' + asked.query);
    if (typed !== query || !input.value.startsWith('@')) return;
    found = offset ? found.concat(body.results) : body.results;
    next = body.next_offset || '';
    offerResults(body.button, offset !== '');
  } catch { if (typed === query) hide(); }
}

function offerResults(button, more) {
  const keep = more ? active : -1;
  const rows = found.map(result => option([make('b', {}, result.title), make('span', {}, result.description || '')], () => post(result)));
  if (button) rows.unshift(option([make('b', {}, button.text)], () => { going('private'); say('/start ' + (button.start_parameter || '')); input.value = ''; hide(); }));
  if (next) rows.push(option([make('b', {class: 'quiet'}, text('offers.more'))], () => look(typed, next)));
  if (!rows.length) rows.push(make('p', {class: 'quiet'}, text('offers.none')));
  rows.push(make('p', {class: 'quiet hint'}, text('offers.hint')));
  offers.replaceChildren(...rows);
  open_();
  if (keep >= 0) choose(keep);
}

function option(children, act) {
  const node = make('div', {role: 'option', 'aria-selected': 'false'}, ...children);
  node.addEventListener('mousedown', event => event.preventDefault());
  node.addEventListener('click', act);
  return node;
}

function open_() {
  offers.hidden = false;
  offers.scrollTop = 0;
  active = -1;
  input.removeAttribute('aria-activedescendant');
  options().forEach((node, at) => { node.id = 'offer' + at; });
}

const options = () => [...offers.querySelectorAll('[role=option]')];

function choose(at) {
  const all = options();
  if (!all.length) return;
  all[active]?.setAttribute('aria-selected', 'false');
  active = (at + all.length) % all.length;
  all[active].setAttribute('aria-selected', 'true');
  all[active].scrollIntoView({block: 'nearest'});
  input.setAttribute('aria-activedescendant', all[active].id);
}

async function post(result) {
  hide();
  input.value = '';
  grow();
  try {
    await ask('post', {person: state.me, chat: here().id, topic: topic(), result});
  } catch { toast(text('cannot')); }
}

input.addEventListener('input', changed);
input.addEventListener('keydown', event => {
  if (event.isComposing) return;
  const open = !offers.hidden;
  if (open && event.key === 'ArrowDown') choose(active + 1);
  else if (open && event.key === 'ArrowUp') choose(active < 0 ? -1 : active - 1);
  else if (open && (event.key === 'Enter' || event.key === 'Tab') && active >= 0) options()[active].click();
  else if (open && event.key === 'Tab' && input.value.startsWith('/') && !event.shiftKey) { choose(0); options()[0].click(); }
  else if (open && event.key === 'Escape') hide();
  else if (event.key === 'Escape' && (answers || edits)) { if (edits) input.value = ''; begin('', null); }
  else if (event.key === 'Enter' && !event.shiftKey) send();
  else return;
  event.preventDefault();
});
byId('composer').addEventListener('submit', event => { event.preventDefault(); send(); });
byId('menu').addEventListener('click', () => offers.hidden || !input.value.startsWith('/') ? write('/') : (hide(), input.value = '', input.focus()));
byId('attach').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', async event => {
  const [file] = event.target.files;
  if (!file) return;
  try {
    await ask('file', {person: state.me, chat: here().id, name: file.name, content: await file.text(), caption: input.value});
    input.value = '';
    grow();
  } catch { toast(text('cannot')); }
  event.target.value = '';
});
about.querySelector('button').addEventListener('click', () => { if (edits) input.value = ''; begin('', null); });
byId('blocked').querySelector('button').addEventListener('click', () => ask('bot', {person: state.me, chat: here().id, out: false}));
document.addEventListener('click', event => { if (!byId('composer').contains(event.target)) hide(); });

// ---- the bot is writing

const writing = new Map();
/** The bot says that it is writing; for five seconds, or until it has written. */
export function isWriting(place) {
  writing.set(place, Date.now() + 5000);
  showTyping();
}
export function hasWritten(place) {
  writing.delete(place);
  showTyping();
}
export function showTyping() {
  const on = (writing.get(placeHere()) || 0) > Date.now();
  byId('typing').textContent = on ? text('typing') : '';
  if (on) setTimeout(showTyping, 1000);
}
