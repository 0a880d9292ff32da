// The machines at work, and the room on their disk.

import { get } from '../core/api.js';
import { h, emptyState, fill, pageHead } from '../core/dom.js';
import { problemPanel } from '../core/notices.js';
import { ago, bytes, count, states } from '../core/text.js';

export const title = 'Workers and disk';

const interval = 5000;
const looks = {
  working: ['good', 'Working'], paused: ['bad', 'Paused'], draining: ['busy', 'Finishing up'], lost: ['bad', 'Lost'],
};

export function show({ signal, stream }) {
  const disk = h('section', { class: 'panel panel-body', 'aria-labelledby': 'disk-title' }, h('div', { class: 'loading' }));
  const queue = h('section', { class: 'panel panel-body', 'aria-labelledby': 'queue-title' }, h('div', { class: 'loading' }));
  const workers = h('section', { class: 'panel', 'aria-labelledby': 'workers-title' }, h('div', { class: 'loading' }));
  const pause = h('div', {});
  load();
  const timer = setInterval(load, interval);
  signal.addEventListener('abort', () => clearInterval(timer));
  stream.on('system', showSystem, signal);
  return h('div', { class: 'page' },
    pageHead('Workers and disk', 'Where shorts are made, and how much room there is for them.'), pause, h('div', { class: 'machine-tiles' }, queue, disk), workers);

  async function load() {
    try {
      const [system, members] = await Promise.all([get('system', { signal }), get('workers', { signal })]);
      showSystem(system);
      fill(workers, h('h2', { id: 'workers-title', class: 'panel-title' }, 'Workers'), members.length > 0
        ? h('ul', { class: 'workers' }, members.map(worker))
        : emptyState('machine', 'No worker', 'Nothing is made until one runs. Start “shorts serve”, or “shorts worker” on another machine with the same database.'));
    } catch (problem) {
      if (!signal.aborted) {
        fill(workers, h('div', { class: 'panel-body' }, problemPanel(problem, load)));
      }
    }
  }

  function showSystem(system) {
    fill(pause, system.paused && h('div', { class: 'callout', data: { tone: 'bad' }, role: 'alert' },
      h('strong', {}, 'The queue is paused'), h('p', {}, system.paused), h('p', { class: 'soft' }, 'Jobs are still accepted. They start by themselves when the reason is gone.')));
    fill(disk, ...diskParts(system.disk));
    fill(queue, h('h2', { id: 'queue-title' }, 'Queue'),
      h('dl', { class: 'numbers' }, Object.entries(states).map(([key, { label }]) =>
        h('div', {}, h('dt', {}, label), h('dd', { class: 'number tabular' }, (system.counts?.[key] ?? 0).toLocaleString('en'))))),
      h('p', { class: 'faint' }, `ShortsFactory ${system.version}, records in ${system.store === 'postgresql' ? 'PostgreSQL' : 'SQLite'}`));
  }
}

function diskParts({ freeBytes, totalBytes, floorBytes }) {
  const used = 1 - freeBytes / totalBytes;
  const bar = h('div', { class: 'bar disk-bar', role: 'meter', 'aria-label': 'Disk in use', 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': Math.round(used * 100) },
    h('div', { class: 'bar-fill' }), h('span', { class: 'disk-floor' }));
  bar.style.setProperty('--share', used);
  bar.style.setProperty('--floor', 1 - floorBytes / totalBytes);
  if (freeBytes < floorBytes) {
    bar.dataset.tone = 'bad';
  }
  return [
    h('h2', { id: 'disk-title' }, 'Disk'),
    h('p', { class: 'number tabular' }, `${bytes(freeBytes)} free`),
    bar,
    h('p', { class: 'faint' }, `${bytes(totalBytes)} in all. Below ${bytes(floorBytes)} the queue waits instead of failing.`),
  ];
}

function worker(member) {
  const [tone, label] = looks[member.state] ?? ['plain', member.state];
  return h('li', { class: 'worker' },
    h('span', { class: 'dot', data: { tone } }),
    h('div', { class: 'worker-name' }, h('h3', {}, member.name, member.isThis && h('span', { class: 'pill' }, 'this server')),
      h('p', { class: 'faint' }, `${member.host}, version ${member.version}, seen ${ago(member.lastSeenAt)}`),
      member.reason && h('p', {}, member.reason)),
    h('div', { class: 'slots', role: 'img', 'aria-label': `${member.running} of ${count(member.slots, 'place')} in use` },
      Array.from({ length: member.slots }, (_, index) => h('span', { class: 'slot', data: { busy: String(index < member.running) } }))),
    h('span', { class: 'worker-state' }, label));
}
