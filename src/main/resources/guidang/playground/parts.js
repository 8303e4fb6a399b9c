// Builds what is shown. Text only ever becomes text: nothing here reads HTML.

let texts = {};

/** Loads what the page says in one language. */
export async function speak(language) {
  const answer = await fetch('/texts/' + language);
  texts = await answer.json();
  document.documentElement.lang = {'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant'}[language] || 'en';
  document.title = texts['title.page'];
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text(node.dataset.text);
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', text(node.dataset.label));
  for (const node of document.querySelectorAll('[data-placeholder]')) node.placeholder = text(node.dataset.placeholder);
}

/** A text with its places filled. */
export function text(key, ...details) {
  return (texts[key] || key).replace(/\{(\d)\}/g, (all, place) => details[place] ?? all);
}

/** An element with properties and children; a child may be a string. */
export function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class') node.className = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key in node && typeof value !== 'string') node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

export const byId = id => document.getElementById(id);

let before = Promise.resolve();
/** Asks the server to do something, one thing after the other. */
export function ask(act, what = {}) {
  const asked = before.then(() => post(act, what));
  before = asked.catch(() => {});
  return asked;
}

async function post(act, what) {
  const answer = await fetch('/api/' + act,
    {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(what)});
  if (!answer.ok) throw new Error(act + ' ' + answer.status);
  return answer.json();
}

let toasting;
export function toast(words) {
  const node = byId('toast');
  node.textContent = words;
  node.classList.add('on');
  clearTimeout(toasting);
  toasting = setTimeout(() => node.classList.remove('on'), 4000);
}

export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    toast(text('copied'));
  } catch {
    toast(words);
  }
}

export const isWeb = url => /^https?:\/\//i.test(url);

/** Text with its formatting (Bot API, MessageEntity); `tapped` is told of what is pressed in it. */
export function formatted(words, entities, tapped) {
  const all = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const whole = document.createDocumentFragment();
  inside(whole, words, 0, words.length, all, tapped);
  return whole;
}

function inside(into, words, start, end, entities, tapped) {
  let at = start;
  for (let i = 0; i < entities.length; i++) {
    const one = entities[i];
    const stop = Math.min(one.offset + one.length, end);
    if (one.offset < at) continue;
    into.append(words.slice(at, one.offset));
    const within = [];
    while (i + 1 < entities.length && entities[i + 1].offset < stop) within.push(entities[++i]);
    const node = span(one, words.slice(one.offset, stop), tapped);
    inside(node.querySelector('.body') || node, words, one.offset, stop, within, tapped);
    into.append(node);
    at = stop;
    // A block ends its line by itself.
    if (node.tagName === 'BLOCKQUOTE' || node.tagName === 'PRE') at += words[at] === '\n' ? 1 : 0;
  }
  into.append(words.slice(at, end));
}

function span(entity, words, tapped) {
  switch (entity.type) {
    case 'bold': return make('b');
    case 'italic': return make('i');
    case 'underline': return make('u');
    case 'strikethrough': return make('s');
    case 'code': return make('code');
    case 'pre': return make('pre');
    case 'spoiler': {
      const node = make('span', {class: 'spoiler', tabindex: '0', role: 'button', 'aria-label': text('spoiler')});
      const show = () => { node.className = ''; node.removeAttribute('role'); node.removeAttribute('aria-label'); };
      node.addEventListener('click', show);
      node.addEventListener('keydown', event => { if (event.key === 'Enter') show(); });
      return node;
    }
    case 'blockquote': return make('blockquote');
    case 'expandable_blockquote': {
      if (words.length < 120 && words.split('\n').length < 4) return make('blockquote');
      const node = make('blockquote', {class: 'folds'}, make('span', {class: 'body'}));
      const button = make('button', {type: 'button', 'aria-expanded': 'false', onclick: () => {
        const open = node.classList.toggle('open');
        button.setAttribute('aria-expanded', open);
        button.textContent = text(open ? 'quote.less' : 'quote.more');
      }}, text('quote.more'));
      node.append(button);
      return node;
    }
    case 'text_link': return link(entity.url, tapped);
    case 'url': return link(words, tapped);
    case 'bot_command':
    case 'mention': {
      const node = make('button', {type: 'button', class: 'word', onclick: () => tapped(entity.type, words)});
      return node;
    }
    default: return make('span');
  }
}

export function link(url, tapped) {
  if (!isWeb(url)) return make('span');
  return make('a', {href: url, target: '_blank', rel: 'noopener noreferrer', onclick: event => {
    if (tapped('link', url)) event.preventDefault();
  }});
}

const COLOURS = 5;
/** A round letter for a person. */
export function face(person) {
  return make('span', {class: 'face face' + (person.is_bot ? 'b' : Math.abs(person.id % COLOURS)), 'aria-hidden': 'true'}, [...(person.name || person.first_name || '?')][0]);
}

/** An hour and a minute. */
export function hour(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString(document.documentElement.lang, {hour: '2-digit', minute: '2-digit', hour12: false});
}
