// What a schedule makes: one script each time, the next of a folder, or the next row of a table.

import { h, field } from '../core/dom.js';

const kinds = [
  ['folder', 'A folder', 'Its next unused script each time.'],
  ['table', 'A table', 'The next row of a CSV file, put into a script.'],
  ['file', 'A file', 'The script in it, as it is by then.'],
  ['script', 'A text', 'The same one each time.'],
];
const pathHint = 'The whole path, as the server’s machine has it.';

export function produce() {
  const path = (label, placeholder, hint) => field(label, h('input', { class: 'input', placeholder, spellcheck: 'false', required: true }), hint);
  const parts = {
    folder: [path('Folder of scripts', '/home/anna/shorts/week', `Taken in the order of their names, each once. ${pathHint}`)],
    table: [path('CSV file', '/home/anna/shorts/quotes.csv', 'Its first line names the columns.'), path('Script for the rows', '/home/anna/shorts/quote.md', 'Its {{column}} places take the cells.')],
    file: [path('Script file', '/home/anna/shorts/daily.md', pathHint)],
    script: [field('Script', h('textarea', { class: 'input mono', rows: 6, required: true, placeholder: 'Good morning. Here is the **tide** for today.' }), 'Markdown, like in the editor.')],
  };
  let kind = 'folder';
  const boxes = kinds.map(([value, label, hint]) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'make', value, checked: value === kind, class: 'visually-hidden', on: { change: () => { kind = value; show(); } } }),
    h('strong', {}, label), h('span', { class: 'faint' }, hint)));
  const element = h('fieldset', { class: 'produce' }, h('legend', { class: 'legend' }, 'What it makes'), h('div', { class: 'choices' }, boxes), h('div', { class: 'field-row' }, Object.values(parts).flat()));
  show();
  return {
    element,
    get value() {
      const [first, second] = parts[kind].map(part => part.querySelector('.input').value.trim());
      return kind === 'table' ? { table: first, file: second } : { [kind]: first };
    },
  };

  function show() {
    Object.entries(parts).forEach(([name, fields]) => fields.forEach(part => {
      part.hidden = name !== kind;
      // What is not seen must not be asked for.
      part.querySelector('.input').disabled = name !== kind;
    }));
  }
}

/** What a schedule makes, in words. */
export function produceText({ table, folder, file, script }) {
  if (table) {
    return `The next row of ${table}${file ? `, in ${file}` : ''}`;
  }
  const said = (script ?? '').replace(/^---[\s\S]*?---/, '').trim();
  return folder ? `The next script of ${folder}` : file ? `The script ${file}` : `“${said.length > 80 ? `${said.slice(0, 80)}…` : said}”`;
}
