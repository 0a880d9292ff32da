// Short messages: for the eye in a corner, for the ear in a live region.

import { h, iconButton } from './dom.js';

const stay = 7000;

export function announce(text) {
  const region = document.getElementById('announcer');
  region.textContent = '';
  // A region that is filled in the same turn in which it was emptied is not read out again.
  setTimeout(() => { region.textContent = text; }, 60);
}

export function notify(text, { tone = 'plain', advice } = {}) {
  const notice = h('div', { class: 'notice', data: { tone } }, h('span', {}, text), advice && h('span', { class: 'notice-advice' }, advice));
  const close = iconButton('Close the message', 'close', () => notice.remove());
  close.className = 'notice-close';
  notice.append(close);
  document.getElementById('notices').append(notice);
  announce(advice ? `${text} ${advice}` : text);
  if (tone !== 'bad') {
    setTimeout(() => notice.remove(), stay);
  }
}

export const complain = problem => problem.name !== 'AbortError' && problem.status !== 401 && notify(problem.message, { tone: 'bad', advice: problem.advice });

/** A problem that fills the place of what could not be loaded. */
export function problemPanel(problem, again) {
  return h('div', { class: 'callout', data: { tone: 'bad' }, role: 'alert' },
    h('strong', {}, problem.message),
    problem.advice && h('p', {}, problem.advice),
    again && h('div', { class: 'callout-actions' }, h('button', { type: 'button', class: 'button button-small', on: { click: again } }, 'Try again')));
}
