// Coming runs of a schedule, by the clocks of its own zone.

import { h } from '../core/dom.js';
import { ago, runTime } from '../core/text.js';

export function runList({ timeZone, runs }) {
  return runs.length === 0
    ? h('p', { class: 'soft' }, 'It does not run again: its end, or a blackout, leaves no time.')
    : h('ol', { class: 'runs' }, runs.map(({ due }) => h('li', {}, h('time', { datetime: due, class: 'tabular' }, runTime(due, timeZone)), h('span', { class: 'faint' }, ago(due)))));
}
