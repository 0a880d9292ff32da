// Coming runs of a schedule, by the clocks of its own zone.

import { h } from '../core/dom.js';
import { ago, runTime } from '../core/text.js';

/** `runs` are times, or records with a time in `due`. */
export function runList(runs, timeZone) {
  const times = (runs.items ?? runs.next ?? runs).map(run => typeof run === 'string' ? run : run.due);
  return times.length === 0
    ? h('p', { class: 'soft' }, 'It never runs: its end, or a blackout, leaves no time.')
    : h('ol', { class: 'runs' }, times.map(time => h('li', {}, h('time', { datetime: time, class: 'tabular' }, runTime(time, timeZone)), h('span', { class: 'faint' }, ago(time)))));
}
