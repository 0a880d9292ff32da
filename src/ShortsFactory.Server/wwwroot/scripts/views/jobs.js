// All jobs, live.

import { get } from '../core/api.js';
import { h, button, emptyState, fill, link, pageHead, setText } from '../core/dom.js';
import { announce, problemPanel } from '../core/notices.js';
import { go } from '../core/router.js';
import { states } from '../core/text.js';
import { jobRow } from '../parts/job-row.js';

export const title = 'Jobs';

const pageSize = 20;
const clockTick = 20_000;

export function show({ values, signal, stream }) {
  const state = states[values.state] ? values.state : null;
  const filters = h('div', { class: 'filters', role: 'group', 'aria-label': 'Show' });
  const list = h('ul', { class: 'rows' });
  const foot = h('div', { class: 'list-foot' });
  const panel = h('section', { class: 'panel', 'aria-label': 'Jobs', 'aria-busy': 'true' }, h('div', { class: 'loading' }));
  const rows = new Map();
  let next = null;
  let counts = {};

  const page = h('div', { class: 'page' },
    pageHead('Jobs', 'Everything that was made, is being made and waits for its turn.'),
    filters, panel);
  showFilters();
  load();
  stream.on('job', changed, signal);
  stream.on('removed', ({ id }) => drop(id), signal);
  stream.on('system', system => { counts = system.counts ?? counts; showFilters(); }, signal);
  stream.on('again', load, signal);
  const timer = setInterval(() => rows.forEach(row => row.refresh()), clockTick);
  signal.addEventListener('abort', () => clearInterval(timer));
  return page;

  async function load() {
    try {
      const result = await ask(null);
      rows.clear();
      list.replaceChildren();
      take(result);
    } catch (problem) {
      if (!signal.aborted) {
        fill(panel, h('div', { class: 'panel-body' }, problemPanel(problem, load)));
      }
    }
    panel.removeAttribute('aria-busy');
  }

  function ask(after) {
    const query = new URLSearchParams({ limit: pageSize });
    if (state) {
      query.set('state', state);
    }
    if (after) {
      query.set('after', after);
    }
    return get(`jobs?${query}`, { signal });
  }

  function take(result) {
    next = result.next;
    counts = result.counts ?? counts;
    result.items.forEach(job => {
      if (!rows.has(job.id)) {
        const row = jobRow(job);
        rows.set(job.id, row);
        list.append(row.element);
      }
    });
    showFilters();
    showList();
  }

  function showList() {
    if (rows.size === 0) {
      fill(panel, state ? nothingHere(state) : nothingYet());
      return;
    }
    if (list.parentElement !== panel) {
      fill(panel, list, foot);
    }
    fill(foot, next && button('Show older jobs', { kind: 'button-quiet', click: older }));
  }

  async function older(event) {
    const control = event.currentTarget;
    control.disabled = true;
    const last = list.lastElementChild;
    try {
      take(await ask(next));
      last.nextElementSibling?.querySelector('.row-title').focus();
    } catch (problem) {
      fill(foot, problemPanel(problem, older));
    }
  }

  function changed(job) {
    const known = rows.get(job.id);
    if (known) {
      tell(known.job, job);
      known.update(job);
      if (state && job.state !== state) {
        drop(job.id);
      }
    } else if (!state || job.state === state) {
      insert(job);
    }
  }

  function insert(job) {
    const row = jobRow(job);
    const behind = [...rows.values()].find(other => other.job.createdAt <= job.createdAt);
    if (!behind && rows.size > 0 && next) {
      return; // It belongs to a page that is not shown yet.
    }
    rows.set(job.id, row);
    list.insertBefore(row.element, behind?.element ?? null);
    showList();
  }

  function drop(id) {
    const row = rows.get(id);
    if (!row) {
      return;
    }
    const hadFocus = row.element.contains(document.activeElement);
    const neighbour = row.element.nextElementSibling ?? row.element.previousElementSibling;
    row.element.remove();
    rows.delete(id);
    showList();
    if (hadFocus) {
      (neighbour?.querySelector('.row-title') ?? page.querySelector('h1')).focus();
    }
  }

  function showFilters() {
    const total = Object.values(counts).reduce((sum, value) => sum + value, 0);
    const wanted = [[null, 'All', total], ...Object.entries(states).map(([key, { label }]) => [key, label, counts[key] ?? 0])];
    if (filters.childElementCount === 0) {
      fill(filters, wanted.map(([key, label]) => h('button', {
        type: 'button', class: 'filter', 'aria-pressed': String(key === state), on: { click: () => go(key ? `jobs?state=${key}` : 'jobs') },
      }, label, h('span', { class: 'filter-count' }))));
    }
    wanted.forEach(([, , number], index) => setText(filters.children[index].lastElementChild, number > 0 ? number.toLocaleString('en') : ''));
  }
}

function tell(before, after) {
  if (before.state !== after.state && after.state !== 'running') {
    announce(`${after.title || after.name}: ${states[after.state]?.label ?? after.state}`);
  }
}

const nothingYet = () => emptyState('jobs', 'Your first short is a script away',
  'Write a few sentences, choose a voice and a look, and the finished vertical video appears here, with captions that follow every word.',
  link('Write a script', '#/new', { symbol: 'plus', kind: 'button-primary' }),
  link('Start from an example', '#/new?example=octopus'));

function nothingHere(state) {
  const words = {
    queued: ['Nothing waits', 'New jobs start at once while a worker is free; when all are busy they line up here.'],
    running: ['Nothing is being made', 'As soon as a worker takes a job you can follow its stages here.'],
    done: ['Nothing is finished yet', 'Finished videos stay here until you delete them.'],
    failed: ['Nothing failed', 'If a job ever does, it says here what was wrong and what to do about it.'],
    cancelled: ['Nothing was cancelled', 'Jobs that you stop stay here, and can be started again with Retry.'],
  }[state];
  return emptyState(states[state].symbol, ...words, link('Show all jobs', '#/jobs'));
}
