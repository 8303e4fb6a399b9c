// Beside the chat: the archive's entries, how Telegram fails, and the calls of the Bot API.
import {ask, byId, make, text, toast} from './parts.js';
import {group, isThere, me, state} from './state.js';

// ---- tabs

const tabs = ['archive', 'trouble', 'calls'];
function turn(name, focus) {
  for (const each of tabs) {
    const tab = byId('tab-' + each);
    const on = each === name;
    tab.setAttribute('aria-selected', on);
    tab.tabIndex = on ? 0 : -1;
    byId(each).hidden = !on;
    if (on && focus) tab.focus();
  }
}
for (const name of tabs) {
  const tab = byId('tab-' + name);
  tab.addEventListener('click', () => turn(name));
  tab.addEventListener('keydown', event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) turn(tabs[(tabs.indexOf(name) + step + tabs.length) % tabs.length], true);
  });
}

const panel = byId('panel'), opener = byId('open-panel');
function show(open) {
  panel.classList.toggle('open', open);
  opener.setAttribute('aria-expanded', open);
  if (open) panel.querySelector('[aria-selected=true]').focus();
  else opener.focus();
}
opener.addEventListener('click', () => show(!panel.classList.contains('open')));
byId('close-panel').addEventListener('click', () => show(false));
panel.addEventListener('keydown', event => {
  if (event.key === 'Escape' && panel.classList.contains('open')) show(false);
});

// ---- the archive

const entry = byId('entry'), words = byId('entry-text'), saved = byId('saved');

export async function showArchive() {
  byId('folder').replaceChildren(...(state.archive.editable ? [text('archive.copy')]
    : [text('archive.folder'), ' ', make('code', {}, state.archive.folder)]));
  byId('editor').hidden = !state.archive.editable;
  if (!state.archive.editable) return;
  const {paths} = await (await fetch('/api/entries')).json();
  const chosen = entry.value;
  entry.replaceChildren(...paths.map(path => make('option', {value: path}, path)));
  entry.value = paths.includes(chosen) ? chosen : paths.at(-1) || '';
  if (!words.value) await load();
}

async function load() {
  if (!entry.value) return;
  const read = await (await fetch('/api/entry?path=' + encodeURIComponent(entry.value))).json();
  words.value = read.text || '';
  saved.textContent = '';
}
entry.addEventListener('change', load);
byId('example').addEventListener('click', () => {
  const today = new Date(state.now || Date.now());
  const day = today.getFullYear() + '年' + (today.getMonth() + 1) + '月' + today.getDate() + '日';
  words.value = words.value.trimEnd() + '\n\n' + text('entry.added', day) + '\n';
  words.scrollTop = words.scrollHeight;
  words.focus();
});
byId('editor').addEventListener('submit', async event => {
  event.preventDefault();
  try {
    await ask('entry', {path: entry.value, text: words.value});
    saved.textContent = text('entry.saved');
  } catch {
    saved.textContent = text('cannot');
  }
});

// ---- how Telegram fails

const kinds = ['NONE', 'FLOOD', 'OUTAGE', 'GATEWAY', 'SLOW'];

export function showTrouble() {
  const field = byId('troubles');
  if (field.children.length === 1) {
    for (const kind of kinds) {
      field.append(make('label', {}, make('input', {type: 'radio', name: 'trouble', value: kind,
        onchange: () => ask('trouble', {trouble: kind}).catch(() => toast(text('cannot')))}),
        make('span', {}, make('b'), make('small'))));
    }
  }
  for (const label of field.querySelectorAll('label')) {
    const kind = label.firstChild.value;
    label.firstChild.checked = kind === state.trouble;
    label.querySelector('b').textContent = text('trouble.' + kind);
    label.querySelector('small').textContent = text('trouble.' + kind + '.what');
  }
  document.body.classList.toggle('failing', state.trouble !== 'NONE');
  const banner = byId('banner');
  if (!banner.dataset.lost) {
    banner.hidden = state.trouble === 'NONE';
    banner.textContent = state.trouble === 'NONE' ? '' : text('banner', text('trouble.' + state.trouble));
  }
  const alone = state.chats.find(chat => chat.id === state.me);
  byId('block').textContent = text(isThere(alone) ? 'block' : 'unblock.named', me()?.name || '');
  byId('kick').textContent = text(isThere(group()) ? 'kick' : 'invite');
  const rank = group()?.members[state.me];
  byId('promote').textContent = text(rank === 'member' ? 'promote' : 'demote', me()?.name || '');
  // Whoever made a group stays its admin.
  byId('promote').hidden = rank === 'creator';
}
byId('block').addEventListener('click', () => {
  const alone = state.chats.find(chat => chat.id === state.me);
  ask('bot', {person: state.me, chat: alone.id, out: isThere(alone)});
});
byId('kick').addEventListener('click', () => ask('bot', {person: state.me, chat: group().id, out: isThere(group())}));
byId('promote').addEventListener('click', () =>
  ask('promote', {person: state.me, chat: group().id, admin: group().members[state.me] === 'member'}));
byId('move').addEventListener('click', async () => {
  const before = group().id;
  await ask('move');
  byId('moved').textContent = text('moved', before);
});

// ---- the calls

const list = byId('call-list'), polls = byId('polls');
const MOST = 150;
const isPoll = call => /^getupdates$/i.test(call.method);

export function showCalls() {
  list.replaceChildren();
  for (const call of state.calls) addCall(call);
}

/** One call; the newest stands first. */
export function addCall(call) {
  const well = call.status === 200;
  const node = make('li', {class: (well ? 'well' : 'bad') + (isPoll(call) ? ' poll' : '')});
  const time = new Date(call.at).toLocaleTimeString('zh', {hour12: false});
  const details = make('details', {}, make('summary', {}, make('b', {}, call.method),
    make('span', {class: 'status'}, call.status ? String(call.status) : text('calls.cut')), make('time', {}, time)));
  details.addEventListener('toggle', () => {
    if (details.open && !details.querySelector('pre')) {
      details.append(make('h4', {}, text('calls.body')), make('pre', {tabindex: '0'}, JSON.stringify(call.body, null, 1)),
        make('h4', {}, text('calls.answer')), make('pre', {tabindex: '0'}, pretty(call.answer)));
    }
  });
  node.append(details);
  list.prepend(node);
  while (list.children.length > MOST) list.lastChild.remove();
}

function pretty(answer) {
  try {
    return JSON.stringify(JSON.parse(answer), null, 1);
  } catch {
    return answer || text('calls.nothing');
  }
}
polls.addEventListener('change', () => list.classList.toggle('polls', polls.checked));
