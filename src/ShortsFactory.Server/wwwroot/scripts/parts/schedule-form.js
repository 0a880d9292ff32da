// A new schedule, with its next runs in view while it is written.

import { get, post } from '../core/api.js';
import { h, append, button, field, fill, select } from '../core/dom.js';
import { complain, notify, problemPanel } from '../core/notices.js';
import { produce } from './produce.js';
import { rhythm } from './rhythm.js';
import { runList } from './run-list.js';

const rest = 350;
const secondsPerMinute = 60;

export function scheduleForm({ done, cancel, signal }) {
  const name = h('input', { class: 'input', required: true, maxlength: 80, placeholder: 'Morning quotes' });
  const times = rhythm(later);
  const source = produce();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const zone = select([...new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map(value => [value, value.replaceAll('_', ' ')]), here);
  const start = h('input', { class: 'input', type: 'datetime-local' });
  const end = h('input', { class: 'input', type: 'datetime-local' });
  const jitter = h('input', { class: 'input', type: 'number', min: 0, max: 1440, value: 0 });
  const blackouts = h('textarea', { class: 'input', rows: 3, spellcheck: 'false', placeholder: '2026-12-24..2027-01-01\nsat,sun\n22:00-06:30' });
  const blackout = select([['skip', 'Leave them out'], ['defer', 'Make up for them once, at its end']], 'skip');
  const missed = select([['skip', 'Leave them out'], ['once', 'Make up for the last one'], ['all', 'Make up for all']], 'once');
  const template = select([['', 'As the script says']], '');
  const voice = select([['', 'As the script says']], '');
  const runs = h('div', { class: 'next-runs', role: 'status' });
  const problems = h('div', {});
  const save = h('button', { type: 'submit', class: 'button button-primary' }, 'Add the schedule');
  let timer = 0;
  let running = null;

  const form = h('form', { class: 'panel schedule-form', 'aria-label': 'New schedule', on: { submit: event => { event.preventDefault(); send(); }, input: later } },
    h('div', { class: 'schedule-fields' },
      field('Name', name),
      source.element,
      h('fieldset', { class: 'produce' }, h('legend', { class: 'legend' }, 'When'), times.element, field('Time zone', zone, 'Summer time is followed.')),
      h('details', { class: 'more' }, h('summary', {}, 'More settings'),
        h('div', { class: 'field-row' },
          field('Not before', start), field('Not after', end),
          field('Put off by up to, in minutes', jitter, 'Each run by another time, so that they look less mechanical.'),
          field('Runs that were missed', missed, 'While the server was off.'),
          field('Blackouts', blackouts, 'Dates, weekdays or hours in which nothing starts, one a line.'),
          field('Runs in a blackout', blackout),
          field('Caption template', template), field('Voice', voice))),
      problems,
      h('div', { class: 'form-actions' }, save, button('Cancel', { kind: 'button-quiet', click: cancel }))),
    h('aside', { class: 'schedule-preview', 'aria-label': 'Next runs' }, h('h2', {}, 'Next 10 runs'), runs));
  signal.addEventListener('abort', () => { clearTimeout(timer); running?.abort(); });
  fillChoices();
  show();
  return { element: form, focus: () => name.focus() };

  function definition() {
    const instant = control => control.value ? new Date(control.value).toISOString() : undefined;
    return {
      name: name.value.trim() || 'New schedule',
      when: {
        cron: times.value,
        timeZone: zone.value,
        start: instant(start),
        end: instant(end),
        jitterSeconds: Number(jitter.value || 0) * secondsPerMinute,
        blackouts: blackouts.value.split('\n').map(line => line.trim()).filter(Boolean),
        blackout: blackout.value,
        missed: missed.value,
      },
      make: { ...source.value, template: template.value || undefined, voice: voice.value || undefined },
    };
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(show, rest);
  }

  async function show() {
    running?.abort();
    const mine = running = new AbortController();
    try {
      fill(runs, runList(await post('schedules/preview-next', definition(), { signal: mine.signal })));
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        fill(runs, h('p', { class: 'soft' }, h('strong', {}, problem.message), ' ', problem.advice));
      }
    }
  }

  async function send() {
    save.disabled = true;
    fill(problems);
    try {
      const made = await post('schedules', definition());
      notify(`“${made.name}” is scheduled.`);
      done();
    } catch (problem) {
      fill(problems, problemPanel(problem));
    }
    save.disabled = false;
  }

  async function fillChoices() {
    try {
      const [templates, voices] = await Promise.all([get('templates', { signal }), get('voices', { signal })]);
      append(template, templates.map(item => h('option', { value: item.name }, item.name)));
      append(voice, voices.filter(item => item.language !== 'any').map(item => h('option', { value: item.id }, item.id)));
    } catch (problem) {
      complain(problem);
    }
  }
}
