// Writing a script, choosing how it looks and sounds, seeing it, and having it made.

import { get, post, text } from '../core/api.js';
import { h, button, field, fill, pageHead, select } from '../core/dom.js';
import { bodyOf, clearDraft, emptyDraft, loadDraft, saveDraft } from '../core/draft.js';
import { complain, notify, problemPanel } from '../core/notices.js';
import { confirm } from '../core/confirm.js';
import { go } from '../core/router.js';
import { backgroundSample, cardChooser, templateSample, voiceOptions } from '../parts/choosers.js';
import { examples } from '../parts/examples.js';
import { preview } from '../parts/preview.js';
import { scriptEditor } from '../parts/script-editor.js';

export const title = 'New short';

const formats = [
  ['', 'As the script says'], ['1080x1920@30', '1080 × 1920, 30 a second'], ['1080x1920@60', '1080 × 1920, 60 a second'],
  ['720x1280@30', '720 × 1280, 30 a second'], ['1080x1080@30', 'Square, 1080 × 1080'], ['1920x1080@30', 'Wide, 1920 × 1080'],
];

export function show({ values, signal }) {
  const draft = loadDraft();
  let ticket = newKey();
  const stills = preview(() => draft.script.trim() ? bodyOf({ ...draft, priority: '', name: '' }) : null, signal);
  const editor = scriptEditor(draft, () => { changed('script', editor.value); stills.stale(); }, submit, signal);
  const looks = h('div', { class: 'looks' }, h('div', { class: 'loading' }));
  const send = h('button', { type: 'submit', class: 'button button-primary button-large' }, 'Make the short');
  const problems = h('div', { class: 'send-problems' });
  const form = h('form', { class: 'compose', on: { submit: event => { event.preventDefault(); submit(); } } },
    h('div', { class: 'compose-main' }, editor.element, h('section', { class: 'panel panel-body', 'aria-label': 'Look and sound' }, looks)),
    h('div', { class: 'compose-side' }, h('div', { class: 'panel panel-body' }, stills.element), problems, send,
      h('p', { class: 'faint send-hint' }, 'Ctrl + Enter in the script does the same.')));
  const page = h('div', { class: 'page' },
    pageHead('New short', 'Write, choose a look, see it, send it off. The draft stays in this browser.',
      button('Clear', { kind: 'button-quiet', click: clear })), form);
  start();
  return page;

  async function start() {
    if (values.template || values.voice) {
      Object.assign(draft, { template: values.template ?? draft.template, voice: values.voice ?? draft.voice });
      saveDraft(draft);
    }
    await Promise.all([loadScript(), loadLooks()]);
  }

  async function loadScript() {
    const found = examples[values.example] ?? (values.from && await text(`jobs/${encodeURIComponent(values.from)}/script`, { signal }).catch(complain));
    if (typeof found === 'string' && found !== draft.script
      && (!draft.script.trim() || await confirm({ title: 'Replace your draft?', text: 'A draft is open. The other script takes its place, and the draft is gone.', action: 'Replace it' }))) {
      changed('script', found);
    }
    editor.set(draft.script);
  }

  async function loadLooks() {
    try {
      const [templates, voices, backgrounds] = await Promise.all([get('templates', { signal }), get('voices', { signal }), get('backgrounds', { signal })]);
      fill(looks, choosers(templates, voices, backgrounds));
    } catch (problem) {
      if (!signal.aborted) {
        fill(looks, problemPanel(problem, loadLooks));
      }
    }
  }

  function choosers(templates, voices, backgrounds) {
    const look = key => value => { changed(key, value); editor.check(); stills.stale(); stills.renderIfShown(); };
    const listen = (control, key, event = 'change') => { control.addEventListener(event, () => look(key)(control.value)); return control; };
    const automatic = { value: '', label: 'As the script says' };
    const voice = h('select', { class: 'input' }, h('option', { value: '' }, 'As the script says'),
      voiceOptions(voices).map(([language, list]) => h('optgroup', { label: language }, list.map(item => h('option', { value: item.id }, `${item.id} · ${item.description}`)))));
    voice.value = draft.voice;
    const own = h('input', { class: 'input', value: draft.background, placeholder: 'generated:aurora, color:#112233, clips/sea.mp4 …', spellcheck: 'false' });
    const cards = cardChooser('Background', 'background',
      [automatic, ...backgrounds.map(item => ({ value: item.id, label: item.name, sample: backgroundSample(item.name) }))], draft.background,
      value => { own.value = value; look('background')(value); });
    own.addEventListener('change', () => cards.set(own.value));
    return [
      cardChooser('Caption template', 'template',
        [automatic, ...templates.map(item => ({ value: item.name, label: item.name, hint: item.description, sample: templateSample(item.name) }))], draft.template, look('template')).element,
      cards.element,
      h('div', { class: 'field-row' },
        field('Voice', listen(voice, 'voice')),
        field('Picture', listen(select(formats, draft.pictureFormat), 'pictureFormat'))),
      h('details', { class: 'more' }, h('summary', {}, 'More settings'),
        h('div', { class: 'field-row' },
          field('Other background', listen(own, 'background'), 'A colour, or a file of the server’s media folder.'),
          field('Music', listen(h('input', { class: 'input', value: draft.music, placeholder: 'music/calm.mp3, none …', spellcheck: 'false' }), 'music'), 'A file of the server’s media folder, or none.'),
          field('File name', listen(h('input', { class: 'input', value: draft.name, spellcheck: 'false' }), 'name'), 'Left empty, the title gives it.'),
          field('Priority', listen(select([[9, '9, before all others'], [7, '7'], [5, '5, usual'], [3, '3'], [0, '0, when nothing else waits']], draft.priority), 'priority')))),
    ];
  }

  function changed(key, value) {
    draft[key] = key === 'priority' ? Number(value) : value;
    ticket = newKey();
    saveDraft(draft);
  }

  async function clear() {
    if (!draft.script.trim() || await confirm({ title: 'Clear the draft?', text: 'The script and all choices on this page go back to nothing.', action: 'Clear' })) {
      clearDraft();
      Object.assign(draft, emptyDraft);
      editor.set('');
      fill(problems);
      loadLooks();
    }
  }

  async function submit() {
    if (!draft.script.trim()) {
      editor.focus();
      fill(problems, problemPanel({ message: 'The script is empty.', advice: 'Write what is to be said, or start from an example.' }));
      return;
    }
    send.disabled = true;
    fill(problems);
    try {
      // The same key for the same draft: a request that is sent twice makes one short.
      const job = await post('jobs', bodyOf(draft), { headers: { 'Idempotency-Key': ticket, 'X-ShortsFactory-Client': 'dashboard' } });
      clearDraft();
      notify(`“${job.title || job.name}” is in the queue.`);
      go(`jobs/${job.id}`);
    } catch (problem) {
      fill(problems, problemPanel(problem));
      editor.blame(problem);
    }
    send.disabled = false;
  }
}

/** A random name; `crypto.randomUUID` is missing where the page is not from this machine or encrypted. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), value => value.toString(16).padStart(2, '0')).join('');
