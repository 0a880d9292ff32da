// What a schedule produces: one script each time, the next of a folder, or the next row of a table.

import { h, field } from '../core/dom.js';

const kinds = [
  ['script', 'A script', 'The same one each time.'],
  ['folder', 'A folder', 'Its next unused script each time.'],
  ['table', 'A table', 'The next row of a CSV file, put into a template.'],
];

export function produce(changed) {
  const path = (placeholder, hint, label) => field(label, h('input', { class: 'input', placeholder, spellcheck: 'false', required: true }), hint);
  const fields = {
    script: [path('daily-quote.md', 'Relative to the server’s media folder.', 'Script file')],
    folder: [path('queue/', 'Scripts are taken in the order of their names, each once.', 'Folder')],
    table: [path('quotes/quotes.csv', 'Its first line names the columns.', 'CSV file'), path('quotes/template.md', 'Its {{column}} places take the cells of the row.', 'Script template')],
  };
  let kind = 'script';
  const boxes = kinds.map(([value, label, hint]) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'source', value, checked: value === kind, class: 'visually-hidden', on: { change: () => { kind = value; show(); changed(); } } }),
    h('strong', {}, label), h('span', { class: 'faint' }, hint)));
  const place = h('div', { class: 'field-row' }, Object.values(fields).flat());
  const element = h('fieldset', { class: 'produce' }, h('legend', { class: 'legend' }, 'What it makes'), h('div', { class: 'choices' }, boxes), place);
  show();
  return {
    element,
    get value() {
      const [first, second] = fields[kind].map(part => part.querySelector('input').value.trim());
      return kind === 'table' ? { kind, path: first, template: second } : { kind, path: first };
    },
  };

  function show() {
    Object.entries(fields).forEach(([name, parts]) => parts.forEach(part => {
      part.hidden = name !== kind;
      part.querySelector('input').disabled = name !== kind;
    }));
  }
}
