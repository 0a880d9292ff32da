// What is made by itself, and when.

import { get, post, remove } from '../core/api.js';
import { h, button, emptyState, fill, pageHead } from '../core/dom.js';
import { confirm } from '../core/confirm.js';
import { complain, notify, problemPanel } from '../core/notices.js';
import { ago, runTime } from '../core/text.js';
import { produceText } from '../parts/produce.js';
import { rhythmText } from '../parts/rhythm.js';
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
      const schedules = await get('schedules', { signal });
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

  function runNow(name, path) {
    return async () => {
      try {
        const { state, reason, advice } = await post(`${path}/run-now`);
        if (state === 'failed' || state === 'empty') {
          notify(reason ?? `“${name}” has nothing left to make.`, { tone: 'bad', advice });
        } else {
          notify(`“${name}” runs now.`);
        }
        load();
      } catch (problem) {
        complain(problem);
      }
    };
  }

  function nothing() {
    return emptyState('calendar', 'Nothing is scheduled', 'Put a week of scripts into a folder, and one comes out each morning. Times follow your zone, summer time included.');
  }

  function item(schedule) {
    const path = `schedules/${encodeURIComponent(schedule.id)}`;
    const coming = h('div', { class: 'coming' });
    const more = h('details', { class: 'more' }, h('summary', {}, 'Next 10 runs'), coming);
    more.addEventListener('toggle', async () => {
      if (more.open) {
        await get(`${path}/next?count=10`).then(answer => fill(coming, runList(answer)), complain);
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
    const [next] = schedule.next;
    const { timeZone, cron } = schedule.when;
    return h('li', { class: 'schedule', data: { schedule: schedule.name } },
      h('div', { class: 'schedule-text' },
        h('h2', {}, schedule.name, schedule.isPaused && h('span', { class: 'pill' }, 'Paused')),
        h('p', { class: 'soft' }, produceText(schedule.make)),
        h('p', { class: 'faint', title: cron }, `${rhythmText(cron)} · ${timeZone.replaceAll('_', ' ')}`),
        schedule.lastRun && lastRun(schedule.lastRun),
        !schedule.isPaused && more),
      h('div', { class: 'schedule-next' }, h('span', { class: 'faint' }, 'Next run'),
        schedule.isPaused ? h('strong', {}, 'when resumed') : next ? [h('strong', { class: 'tabular' }, runTime(next, timeZone)), h('span', { class: 'faint' }, ago(next))] : h('strong', {}, 'none')),
      h('div', { class: 'schedule-actions' },
        button('Run now', { kind: 'button-small', 'aria-label': `Run now: ${schedule.name}`, click: runNow(schedule.name, path) }),
        button(schedule.isPaused ? 'Resume' : 'Pause', { kind: 'button-small', 'aria-label': `${schedule.isPaused ? 'Resume' : 'Pause'}: ${schedule.name}`,
          click: act(() => post(`${path}/${schedule.isPaused ? 'resume' : 'pause'}`), schedule.isPaused ? `“${schedule.name}” goes on.` : `“${schedule.name}” is paused.`) }),
        button('Remove', { kind: 'button-small button-quiet', 'aria-label': `Remove: ${schedule.name}`, click: async () => {
          if (await confirm({ title: 'Remove this schedule?', text: `“${schedule.name}” makes nothing more. What it made stays.`, action: 'Remove' })) {
            await act(() => remove(path), `“${schedule.name}” was removed.`)();
          }
        } })));
  }
}

/** What became of the last run, with the way to what it made. */
function lastRun({ state, due, item, jobId, reason, advice }) {
  const what = {
    claimed: 'is being handed in', submitted: 'made a job', failed: 'could not be used', empty: 'found nothing left to make', missed: 'was missed',
  }[state];
  return h('p', { class: state === 'failed' ? 'schedule-error' : 'faint' },
    `Last run ${ago(due)} ${what}`, item && `, ${item}`, '.', reason && ` ${reason}`, advice && ` ${advice}`,
    jobId && ' ', jobId && h('a', { href: `#/jobs/${encodeURIComponent(jobId)}` }, 'See it'));
}
