// The script's text, and what the server makes of it while it is written.

import { post } from '../core/api.js';
import { h, button, fill } from '../core/dom.js';
import { bodyOf } from '../core/draft.js';
import { bytes, count, span } from '../core/text.js';
import { examples } from './examples.js';

const rest = 450;
const longest = 1_000_000;

export function scriptEditor(draft, changed, submit, signal) {
  const area = h('textarea', {
    class: 'input editor', id: 'script', rows: 16, spellcheck: 'true', 'aria-describedby': 'script-state',
    placeholder: 'You run on one heart. An octopus needs **three**.\n\nA blank line is a pause. **Stars** make a word stand out.',
  });
  const state = h('div', { class: 'editor-state', id: 'script-state', role: 'status' });
  let timer = 0;
  let running = null;

  const file = h('input', { type: 'file', accept: '.md,.markdown,.txt,.json', class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true', on: { change: () => open(file.files[0]) } });

  area.addEventListener('input', () => { changed(); later(); });
  area.addEventListener('drop', event => {
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      open(event.dataTransfer.files[0]);
    }
  });
  area.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  });
  signal.addEventListener('abort', () => { running?.abort(); clearTimeout(timer); });
  const api = {
    element: h('section', { class: 'panel editor-panel', 'aria-label': 'Script' },
      h('div', { class: 'editor-head' }, h('label', { for: 'script', class: 'legend' }, 'Script'), h('span', { class: 'faint editor-kinds' }, 'Markdown, plain text or JSON'),
        file, button('Open a file', { kind: 'button-small', click: () => file.click() })), area, state),
    get value() { return area.value; },
    set: text => { area.value = text; check(); },
    focus: () => area.focus(),
    check: later,
    blame: problem => problem.line && showProblem(problem),
  };
  return api;

  async function open(chosen) {
    if (!chosen) {
      return;
    }
    file.value = '';
    if (chosen.size > longest) {
      showProblem({ message: `${chosen.name} is ${bytes(chosen.size)} large, which no script is.`, advice: 'Open the script, not a recording or a picture.' });
      return;
    }
    area.value = await chosen.text();
    changed();
    check();
    area.focus();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(check, rest);
  }

  async function check() {
    running?.abort();
    if (!area.value.trim()) {
      area.removeAttribute('aria-invalid');
      fill(state, h('span', { class: 'soft' }, 'Start from an example:'),
        [['octopus', 'Three hearts'], ['lighthouse', 'A story'], ['facts', 'A list']].map(([name, label]) =>
          button(label, { kind: 'button-small', click: () => { area.value = examples[name]; changed(); check(); area.focus(); } })));
      return;
    }
    const mine = running = new AbortController();
    try {
      showResult(await post('validate', bodyOf({ ...draft, script: area.value }), { signal: mine.signal }));
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        showProblem(problem);
      }
    }
  }

  function showResult(result) {
    area.removeAttribute('aria-invalid');
    state.dataset.tone = 'good';
    fill(state,
      h('strong', {}, result.title),
      h('span', { class: 'tabular' }, `${count(result.sentences, 'sentence')}, ${count(result.words, 'word')}, about ${span(result.estimatedSeconds)}`),
      result.warnings?.length > 0 && h('ul', { class: 'remarks' }, result.warnings.map(text => h('li', {}, text))));
  }

  function showProblem(problem) {
    area.setAttribute('aria-invalid', 'true');
    state.dataset.tone = 'bad';
    fill(state, h('strong', {}, problem.message), problem.advice && h('span', {}, problem.advice),
      problem.line && button(`Go to line ${problem.line}`, { kind: 'button-small', click: () => select(problem.line) }));
  }

  function select(line) {
    const lines = area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
  }
}
