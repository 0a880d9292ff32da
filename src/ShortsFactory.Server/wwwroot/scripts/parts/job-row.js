// One job in the list. It changes in place, so that focus and reading stay where they are.

import { setMedia } from '../core/api.js';
import { h, fill, icon, setText } from '../core/dom.js';
import { ago, clock, failures, originText, span, states } from '../core/text.js';
import { priorityControl, rowActions, showPriority, thumbnailPath } from './job-actions.js';
import { stageStrip } from './progress.js';

export function jobRow(job) {
  const thumb = h('a', { class: 'thumb', href: `#/jobs/${encodeURIComponent(job.id)}`, tabindex: '-1', 'aria-hidden': 'true' });
  const title = h('a', { class: 'row-title', href: `#/jobs/${encodeURIComponent(job.id)}` });
  const meta = h('p', { class: 'row-meta' });
  const status = h('div', { class: 'row-status' });
  const actions = h('div', { class: 'row-actions' });
  const element = h('li', { class: 'row', data: { job: job.id } }, thumb, h('div', { class: 'row-text' }, title, meta), status, actions);
  let shown = {};
  let strip = null;

  const update = next => {
    const heading = next.title || next.name || 'Untitled';
    setText(title, heading);
    setText(meta, metaText(next));
    element.dataset.state = next.state;
    if (shown.state !== next.state || shown.attempt !== next.attempt) {
      strip = next.state === 'running' ? stageStrip(heading) : null;
      fill(status, strip?.element ?? statusOf(next));
      fill(actions, rowActions(next));
      picture(thumb, next);
    }
    showPriority(status, next);
    strip?.update(next);
    shown = next;
  };
  update(job);
  return { element, update, refresh: () => setText(meta, metaText(shown)), get job() { return shown; } };
}

function metaText(job) {
  const parts = [];
  if (job.state === 'running' && job.startedAt) {
    parts.push(`started ${ago(job.startedAt)}`);
  } else if (job.endedAt) {
    parts.push(ago(job.endedAt));
  } else {
    parts.push(`added ${ago(job.createdAt)}`);
  }
  if (job.state === 'done' && job.durationSeconds) {
    parts.push(`${clock(job.durationSeconds)} long`);
  }
  if (job.state === 'done' && job.startedAt && job.endedAt) {
    parts.push(`made in ${span((Date.parse(job.endedAt) - Date.parse(job.startedAt)) / 1000)}`);
  }
  parts.push(originText(job.origin));
  if (job.attempt > 1) {
    parts.push(`attempt ${job.attempt} of ${job.maxAttempts}`);
  }
  return parts.filter(Boolean).join(' · ');
}

export function statePill(job) {
  const { label, tone, symbol } = states[job.state] ?? states.queued;
  return h('span', { class: 'pill', data: { tone } }, icon(symbol), label);
}

function statusOf(job) {
  return [
    statePill(job),
    job.state === 'queued' && priorityControl(job),
    job.state === 'failed' && h('p', { class: 'row-reason' }, job.failure?.reason || failures[job.failure?.kind] || 'It failed.'),
    job.state === 'done' && job.warnings?.length > 0 && h('span', { class: 'faint' }, job.warnings.length === 1 ? '1 remark' : `${job.warnings.length} remarks`),
  ];
}

function picture(thumb, job) {
  if (job.state === 'running') {
    fill(thumb, h('span', { class: 'thumb-words' }, h('span'), h('span'), h('span')));
    return;
  }
  if (job.state !== 'done') {
    fill(thumb, icon((states[job.state] ?? states.queued).symbol));
    return;
  }
  const image = h('img', { alt: '', width: 54, height: 96, loading: 'lazy', decoding: 'async', on: { error: () => fill(thumb, icon('play')) } });
  setMedia(image, 'src', thumbnailPath(job));
  fill(thumb, image);
}
