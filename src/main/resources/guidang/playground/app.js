// Puts the page together: who speaks, where, and what the server tells.
import {answer, dropOne, hasWritten, isWriting, leaveWriting, onGoing, showAll, showOne, showTyping, showWriting} from './chat.js';
import {addCall, showArchive, showCalls, showTrouble} from './panel.js';
import {ask, byId, face, make, speak, text} from './parts.js';
import {group, me, placeHere, placeOf, put, state} from './state.js';

// ---- the page's own language

const languages = ['zh-hans', 'zh-hant', 'en'];
function ofBrowser() {
  for (const wanted of navigator.languages || []) {
    const low = wanted.toLowerCase();
    if (low.startsWith('zh')) return /hant|-tw|-hk|-mo/.test(low) ? 'zh-hant' : 'zh-hans';
    if (low.startsWith('en')) return 'en';
  }
  return 'zh-hans';
}
function remembered() {
  const asked = new URLSearchParams(location.search).get('lang');
  try {
    return languages.find(each => each === asked) || languages.find(each => each === localStorage.getItem('language'));
  } catch { return undefined; }
}
const pageLanguage = byId('page-language');
pageLanguage.value = remembered() || ofBrowser();
pageLanguage.addEventListener('change', async () => {
  try { localStorage.setItem('language', pageLanguage.value); } catch { /* not remembered, then */ }
  await speak(pageLanguage.value);
  showEverything();
});

// ---- who speaks, and where

function go(place, person = state.me) {
  if (place === state.place && person === state.me) return;
  state.place = place;
  state.me = person;
  leaveWriting();
  state.unread.delete(placeHere());
  showAround();
  showAll();
}
onGoing(go);

function showAround() {
  const people = byId('people');
  if (people.children.length !== state.people.length) {
    people.replaceChildren(...state.people.map(person => make('label', {},
      make('input', {type: 'radio', name: 'person', value: String(person.id), onchange: () => go(state.place, person.id)}),
      face(person), make('span', {class: 'name'}, person.name), make('i', {class: 'dot'}))));
  }
  for (const label of people.children) {
    const id = Number(label.firstChild.value);
    label.firstChild.checked = id === state.me;
    label.classList.toggle('unread', id !== state.me && state.unread.has('p' + id));
  }
  byId('language').value = me()?.language || 'zh-hans';
  const topics = [0, ...(group()?.topics || [])];
  const places = [['private', text('place.private'), ''], ...topics.map(topic =>
    [topic, group()?.title || '', topic ? text('place.topic') : topics.length > 1 ? text('place.general') : ''])];
  byId('places').replaceChildren(...places.map(([place, name, below]) => {
    const count = state.unread.get(place === 'private' ? 'p' + state.me : 'g' + place);
    const node = make('button', {type: 'button', class: place ? '' : 'wide', onclick: () => go(place)}, make('span', {}, name, ...(below ? [make('small', {}, below)] : [])));
    node.dataset.place = place;
    if (place === state.place) node.setAttribute('aria-current', 'true');
    if (count) node.append(make('b', {class: 'count', 'aria-label': text('unread', count)}, String(count)));
    return node;
  }));
  const there = places.find(each => each[0] === state.place);
  byId('place').replaceChildren(state.place === 'private' ? state.bot.name + ' @' + state.bot.username : there[1],
    make('small', {}, state.place === 'private' ? text('place.with', me()?.name || '') : there[2]));
  showTrouble();
  showTyping();
}
byId('language').addEventListener('change', event => ask('language', {person: state.me, language: event.target.value}));

function showEverything() {
  showAround();
  showAll();
  showCalls();
  showArchive();
}

// ---- what the server tells

/** What a call of the bot's means for whoever looks on. */
function meant(call) {
  if (!call.done) return;
  const method = call.method.toLowerCase();
  const body = call.body || {};
  if (method === 'answercallbackquery') answer('press' + body.callback_query_id, body);
  else if (method === 'answerinlinequery') answer('inline' + body.inline_query_id, body);
  else if (method === 'sendchataction') isWriting(placeOf(Number(body.chat_id), body));
  else if (method === 'setmycommands') {
    const same = each => each.scope?.type === body.scope?.type && (each.language_code || '') === (body.language_code || '');
    state.commands = state.commands.filter(each => !same(each)).concat(body);
  }
}

/** Remembers which messages came without a sound. */
function silent(call) {
  if (!call.body?.disable_notification || call.status !== 200) return null;
  try {
    const {result} = JSON.parse(call.answer);
    state.silent.add(result.chat.id + ':' + result.message_id);
    return result;
  } catch { return null; }
}

const hear = {
  everything(all) {
    const first = !state.me;
    for (const key of ['bot', 'people', 'chats', 'commands', 'calls', 'trouble', 'archive', 'now']) state[key] = all[key];
    state.me ||= state.people[0].id;
    state.messages.clear();
    for (const {chat, message} of all.messages) put(chat, message);
    state.calls.forEach(silent);
    showEverything();
    if (first) byId('input').focus({preventScroll: true});
  },
  scene(now) {
    for (const key of ['people', 'chats']) state[key] = now[key];
    showAround();
    showWriting();
  },
  message({chat, message}) {
    const known = state.messages.get(chat)?.has(message.message_id);
    put(chat, message);
    const place = placeOf(chat, message);
    if (message.from?.is_bot) hasWritten(place);
    if (place === placeHere()) showOne(message);
    else if (!known && message.from?.id !== state.me) {
      state.unread.set(place, (state.unread.get(place) || 0) + 1);
      showAround();
    }
  },
  gone({chat, message}) {
    state.messages.get(chat)?.delete(message);
    dropOne(chat, message);
  },
  call(call) {
    if (state.calls.some(each => each.number === call.number)) return;
    state.calls.push(call);
    if (state.calls.length > 150) state.calls.shift();
    addCall(call);
    meant(call);
    const quiet = silent(call);
    if (quiet && placeOf(quiet.chat.id, quiet) === placeHere()) {
      const message = state.messages.get(quiet.chat.id)?.get(quiet.message_id);
      if (message) showOne(message);
    }
  },
  trouble({trouble}) {
    state.trouble = trouble;
    showTrouble();
  },
};

await speak(pageLanguage.value);
let lost;
const stream = new EventSource('/events');
stream.onmessage = event => {
  const told = JSON.parse(event.data);
  hear[told.kind]?.(told);
};
stream.onopen = () => {
  clearTimeout(lost);
  lost = undefined;
  delete byId('banner').dataset.lost;
  showTrouble();
};
stream.onerror = () => {
  lost ||= setTimeout(() => {
    const banner = byId('banner');
    banner.dataset.lost = 'yes';
    banner.hidden = false;
    banner.textContent = text('lost');
  }, 2500);
};
