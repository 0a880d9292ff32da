// The five stages of a short, as far as they have come.

import { h, setText } from '../core/dom.js';
import { span, stageLabel, stages } from '../core/text.js';

/** How far each stage is, from 0 to 1, of a job in its present state. */
export function stageShares(job) {
  const current = stages.findIndex(([name]) => name === job.stage);
  let before = 0;
  return stages.map(([, , share], index) => {
    const done = ((job.percent ?? 0) / 100 - before) / share;
    before += share;
    if (job.state === 'done' || index < current) {
      return 1;
    }
    return index === current ? Math.min(1, Math.max(0, done)) : 0;
  });
}

export function progressText(job) {
  const left = job.secondsLeft > 0 ? `, ${span(job.secondsLeft)} left` : '';
  return job.stage ? `${stageLabel(job.stage)}, ${Math.floor(job.percent ?? 0)} %${left}` : 'Starting';
}

/** A strip of five pieces that fill like the words of a caption; `update(job)` moves it on. */
export function stageStrip(title) {
  const fills = stages.map(() => h('span', { class: 'strip-fill' }));
  const strip = h('div', { class: 'strip', role: 'progressbar', 'aria-label': `Progress of ${title}`, 'aria-valuemin': 0, 'aria-valuemax': 100 },
    fills.map(piece => h('span', { class: 'strip-piece' }, piece)));
  const caption = h('span', { class: 'strip-text tabular' });
  const update = job => {
    stageShares(job).forEach((share, index) => {
      fills[index].style.setProperty('--share', share);
      fills[index].dataset.now = String(stages[index][0] === job.stage);
    });
    strip.setAttribute('aria-valuenow', Math.floor(job.percent ?? 0));
    strip.setAttribute('aria-valuetext', progressText(job));
    setText(caption, progressText(job));
  };
  return { element: h('div', { class: 'strip-box' }, strip, caption), update };
}
