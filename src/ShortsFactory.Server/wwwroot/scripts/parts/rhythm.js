// When a schedule runs, in the words of a calendar; the server is told a cron expression.

import { h, field, select } from '../core/dom.js';

const days = [['mon', 'Mon'], ['tue', 'Tue'], ['wed', 'Wed'], ['thu', 'Thu'], ['fri', 'Fri'], ['sat', 'Sat'], ['sun', 'Sun']];
const kinds = [['daily', 'Every day'], ['weekly', 'On certain weekdays'], ['monthly', 'Once a month'], ['hourly', 'Every few hours'], ['cron', 'By a cron expression']];

/** Controls for the rhythm; `value` is the cron expression, and `changed()` is called when it is another one. */
export function rhythm(changed) {
  const kind = select(kinds, 'daily');
  const time = h('input', { class: 'input', type: 'time', value: '07:30', required: true });
  const chosen = days.map(([key, label]) => h('input', { type: 'checkbox', class: 'visually-hidden', value: key, checked: !['sat', 'sun'].includes(key), 'aria-label': label }));
  const weekdays = h('fieldset', { class: 'weekdays' }, h('legend', { class: 'legend' }, 'Weekdays'),
    h('div', { class: 'days' }, chosen.map((box, index) => h('label', { class: 'day' }, box, days[index][1]))));
  const date = select(Array.from({ length: 28 }, (_, index) => [index + 1, String(index + 1)]).concat([['L', 'last']]), '1');
  const hours = select([2, 3, 4, 6, 8, 12].map(value => [value, `${value} hours`]), '6');
  const cron = h('input', { class: 'input mono', value: '30 7 * * mon-fri', spellcheck: 'false', required: true });
  const parts = {
    time: field('At', time), weekdays, date: field('On day', date), hours: field('Every', hours),
    cron: field('Cron expression', cron, 'Minute, hour, day, month, weekday; or a name such as @daily.'),
  };
  const wanted = { daily: ['time'], weekly: ['weekdays', 'time'], monthly: ['date', 'time'], hourly: ['hours'], cron: ['cron'] };
  const element = h('div', { class: 'rhythm' }, field('How often', kind), Object.values(parts));
  element.addEventListener('input', () => { show(); changed(); });
  show();
  return { element, get value() { return expression(); } };

  function show() {
    Object.entries(parts).forEach(([name, part]) => { part.hidden = !wanted[kind.value].includes(name); });
  }

  function expression() {
    const [hour, minute] = (time.value || '07:30').split(':').map(Number);
    const on = chosen.filter(box => box.checked).map(box => box.value).join(',');
    switch (kind.value) {
      case 'daily': return `${minute} ${hour} * * *`;
      case 'weekly': return `${minute} ${hour} * * ${on || '*'}`;
      case 'monthly': return date.value === 'L' ? `0 ${minute} ${hour} L * ?` : `${minute} ${hour} ${date.value} * *`;
      case 'hourly': return `0 */${hours.value} * * *`;
      default: return cron.value.trim();
    }
  }
}

const patterns = [
  [/^(\d+) (\d+) \* \* \*$/, (minute, hour) => `Every day at ${clockText(hour, minute)}`],
  [/^(\d+) (\d+) \* \* ([a-z]{3}(?:[,-][a-z]{3})*)$/, (minute, hour, on) => `${daysText(on)} at ${clockText(hour, minute)}`],
  [/^(\d+) (\d+) (\d+) \* \*$/, (minute, hour, date) => `On day ${date} of each month at ${clockText(hour, minute)}`],
  [/^0 (\d+) (\d+) L \* \?$/, (minute, hour) => `On the last day of each month at ${clockText(hour, minute)}`],
  [/^0 \*\/(\d+) \* \* \*$/, hours => `Every ${hours} hours`],
];

const clockText = (hour, minute) => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
const daysText = on => on.split(',').map(part => part.split('-').map(day => days.find(([key]) => key === day)?.[1] ?? day).join(' to ')).join(', ');

/** The rhythm in words; as it is written, where it is none of the usual ones. */
export function rhythmText(cron) {
  for (const [pattern, words] of patterns) {
    const match = cron.match(pattern);
    if (match) {
      return words(...match.slice(1));
    }
  }
  return cron;
}
