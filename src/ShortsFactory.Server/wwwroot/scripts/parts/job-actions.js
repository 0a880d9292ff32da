// What can be done with a job, the same in the list and on its page.

import { apiPath, patch, post, remove } from '../core/api.js';
import { h, button, iconButton } from '../core/dom.js';
import { complain, notify } from '../core/notices.js';
import { confirm } from '../core/confirm.js';

const nameOf = job => job.title || job.name || 'this short';
const pathOf = job => `jobs/${encodeURIComponent(job.id)}`;

const canCancel = job => job.state === 'queued' || job.state === 'running';
const canDelete = job => job.state !== 'running';
const canRetry = job => job.state === 'failed' || job.state === 'cancelled';

async function cancel(job) {
  const agreed = job.state === 'queued' || await confirm({
    title: 'Stop this job?', text: `“${nameOf(job)}” is being made. What is finished so far is kept for a retry.`, action: 'Stop it',
  });
  if (agreed) {
    await post(`${pathOf(job)}/cancel`).catch(complain);
  }
}

async function retry(job) {
  try {
    await post(`${pathOf(job)}/retry`);
    notify(`“${nameOf(job)}” is in the queue again.`);
  } catch (problem) {
    complain(problem);
  }
}

async function erase(job) {
  const agreed = await confirm({
    title: 'Delete this short?', text: `“${nameOf(job)}” goes, with its video and all its files. It cannot be brought back.`, action: 'Delete',
  });
  if (agreed) {
    try {
      await remove(pathOf(job));
      notify(`“${nameOf(job)}” was deleted.`);
      // The stream may come from another server of the cluster, which does not hear of it.
      window.dispatchEvent(new CustomEvent('job-removed', { detail: { id: job.id } }));
    } catch (problem) {
      complain(problem);
    }
  }
}

/** Small buttons for a row of the list. */
export function rowActions(job) {
  const name = nameOf(job);
  return [
    canCancel(job) && iconButton(`Cancel ${name}`, 'stop', () => cancel(job), { 'data-action': 'cancel' }),
    canRetry(job) && iconButton(`Retry ${name}`, 'retry', () => retry(job), { 'data-action': 'retry' }),
    canDelete(job) && iconButton(`Delete ${name}`, 'trash', () => erase(job), { 'data-action': 'delete' }),
  ];
}

/** Buttons with their names for the page of a job. */
export function pageActions(job) {
  return [
    canCancel(job) && button('Cancel', { symbol: 'stop', click: () => cancel(job), 'data-action': 'cancel' }),
    canRetry(job) && button('Retry', { symbol: 'retry', kind: 'button-primary', click: () => retry(job), 'data-action': 'retry' }),
    h('a', { class: 'button', href: `#/new?from=${encodeURIComponent(job.id)}` }, 'Use the script again'),
    canDelete(job) && button('Delete', { symbol: 'trash', kind: 'button-quiet', click: () => erase(job), 'data-action': 'delete' }),
  ];
}

/** Which of the queued goes first; only those have it. */
export function priorityControl(job) {
  const control = h('select', { class: 'input priority', 'aria-label': `Priority of ${nameOf(job)}`, title: 'Priority: 9 goes first' },
    Array.from({ length: 10 }, (_, index) => 9 - index).map(value => h('option', { value }, value === 9 ? '9, first' : value === 0 ? '0, last' : value === 5 ? '5, usual' : String(value))));
  control.value = String(job.priority ?? 5);
  control.addEventListener('change', () => patch(pathOf(job), { priority: Number(control.value) }).catch(problem => {
    control.value = String(job.priority ?? 5);
    complain(problem);
  }));
  return control;
}

/** Follows a change that was made elsewhere, but never under the hands of who is choosing. */
export function showPriority(place, job) {
  const control = place.querySelector('.priority');
  if (control && control !== document.activeElement) {
    control.value = String(job.priority);
  }
}

/** The picture of a finished short, small. */
export const thumbnailPath = job => apiPath(`${pathOf(job)}/thumbnail.jpg`);
