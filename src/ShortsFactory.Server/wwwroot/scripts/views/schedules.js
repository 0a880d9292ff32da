// What is made by itself, and when.

import { get, patch, post, remove } from '../core/api.js';
import { h, button, emptyState, fill, pageHead } from '../core/dom.js';
import { confirm } from '../core/confirm.js';
import { complain, notify, problemPanel } from '../core/notices.js';
import { ago, runTime } from '../core/text.js';
import { runList } from '../parts/run-list.js';
import { scheduleForm } from '../parts/schedule-form.js';

export const title = 'Schedules';

export function show({ signal }) {
  const add = button('New schedule', { symbol: 'plus', kind: 'button-primary', click: open });
  const place = h('div', {});
  const list = h('section', { class: 'panel', 'aria-label': 'Schedules' }, h('div', { class: 'loading' }));
  const page = h('div', { class: 'page' }, pageHead('Schedules', 'Shorts that are made by themselves: each morning, from a folder that you fill once a week, or row by row from a table.', add), place, list);
  load();
  return page;

  async function load() {
    try {
      const answer = await get('schedules', { signal });
      const schedules = answer.items ?? answer;
      fill(list, schedules.length > 0 ? h('ul', { class: 'schedules' }, schedules.map(item)) : nothing());
    } catch (problem) {
      if (!signal.aborted) {
        fill(list, h('div', { class: 'panel-body' }, problemPanel(problem, load)));
      }
    }
  }

  function open() {
    const form = scheduleForm({ signal, done: close, cancel: close });
    fill(place, form.element);
    add.hidden = true;
    form.focus();
  }

  function close() {
    fill(place);
    add.hidden = false;
    add.focus();
    load();
  }

  function nothing() {
    return emptyState('calendar', 'Nothing is scheduled', 'Put a week of scripts into a folder, and one comes out each morning. Times follow your zone, summer time included.',
      button('New schedule', { symbol: 'plus', kind: 'button-primary', click: open }));
  }

  function item(schedule) {
    const path = `schedules/${encodeURIComponent(schedule.id)}`;
    const coming = h('div', { class: 'coming' });
    const more = h('details', { class: 'more' }, h('summary', {}, 'Next 10 runs'), coming);
    more.addEventListener('toggle', async () => {
      if (more.open) {
        fill(coming, runList(await get(`${path}/next?count=10`).catch(problem => { complain(problem); return []; }), schedule.timeZone));
      }
    });
    const act = (work, message) => async () => {
      try {
        await work();
        notify(message);
        load();
      } catch (problem) {
        complain(problem);
      }
    };
    const next = schedule.next?.[0];
    return h('li', { class: 'schedule', data: { paused: String(Boolean(schedule.paused)) } },
      h('div', { class: 'schedule-text' },
        h('h2', {}, schedule.name, schedule.paused && h('span', { class: 'pill' }, 'Paused')),
        h('p', { class: 'soft' }, sourceText(schedule.source)),
        h('p', { class: 'faint' }, h('span', { class: 'mono' }, schedule.cron), ` · ${schedule.timeZone.replaceAll('_', ' ')}`),
        schedule.lastError && h('p', { class: 'schedule-error' }, schedule.lastError),
        !schedule.paused && more),
      h('div', { class: 'schedule-next' }, h('span', { class: 'faint' }, 'Next run'),
        schedule.paused ? h('strong', {}, 'when resumed') : next ? [h('strong', { class: 'tabular' }, runTime(next.due ?? next, schedule.timeZone)), h('span', { class: 'faint' }, ago(next.due ?? next))] : h('strong', {}, 'none')),
      h('div', { class: 'schedule-actions' },
        button('Run now', { kind: 'button-small', 'aria-label': `Run now: ${schedule.name}`, click: act(() => post(`${path}/run-now`), `“${schedule.name}” runs now.`) }),
        button(schedule.paused ? 'Resume' : 'Pause', { kind: 'button-small', 'aria-label': `${schedule.paused ? 'Resume' : 'Pause'}: ${schedule.name}`,
          click: act(() => patch(path, { paused: !schedule.paused }), schedule.paused ? `“${schedule.name}” goes on.` : `“${schedule.name}” is paused.`) }),
        button('Remove', { kind: 'button-small button-quiet', 'aria-label': `Remove: ${schedule.name}`, click: async () => {
          if (await confirm({ title: 'Remove this schedule?', text: `“${schedule.name}” makes nothing more. What it made stays.`, action: 'Remove' })) {
            await act(() => remove(path), `“${schedule.name}” was removed.`)();
          }
        } })));
  }
}

function sourceText(source) {
  switch (source?.kind) {
    case 'folder': return `The next script of ${source.path}`;
    case 'table': return `The next row of ${source.path}, in ${source.template}`;
    default: return source?.path ? `The script ${source.path}` : 'A script';
  }
}
