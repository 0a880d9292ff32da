// One job: what becomes of it, what came out, and what to do if nothing did.

import { get, mediaUrl, session, text } from '../core/api.js';
import { h, fill, icon, link, setText } from '../core/dom.js';
import { announce, complain, problemPanel } from '../core/notices.js';
import { go } from '../core/router.js';
import { bytes, clock, failures, fileLabel, fileRank, moment, originText, span, stages, states } from '../core/text.js';
import { pageActions, priorityControl, showPriority } from '../parts/job-actions.js';
import { statePill } from '../parts/job-row.js';
import { player } from '../parts/player.js';
import { progressText, stageShares } from '../parts/progress.js';
import { tabs } from '../parts/tabs.js';

export const title = 'Job';

const logPause = 3000;

export function show({ id, signal, stream }) {
  const path = `jobs/${encodeURIComponent(id)}`;
  const heading = h('h1', { tabindex: '-1' }, 'Job');
  const pill = h('div', { class: 'job-state' });
  const actions = h('div', { class: 'job-actions' });
  const stage = h('div', { class: 'job-stage' });
  const news = h('div', { class: 'job-news' });
  const facts = h('dl', { class: 'facts' });
  const files = h('div', {});
  const reading = h('section', { class: 'panel panel-body', 'aria-label': 'Texts' });
  const body = h('div', { class: 'job-body' }, stage,
    h('div', { class: 'job-side' }, news, reading, files, h('section', { class: 'panel panel-body' }, h('h2', {}, 'About'), facts)));
  const page = h('div', { class: 'page' },
    h('div', {}, h('a', { class: 'back', href: '#/jobs' }, icon('back'), 'All jobs'),
      h('div', { class: 'page-head' }, h('div', { class: 'job-title' }, heading, pill), actions)),
    body);
  let shown = {};
  let steps = null;
  let texts = null;
  let lastLog = 0;

  load();
  stream.on('job', job => job.id === id && update(job), signal);
  stream.on('removed', detail => detail.id === id && go('jobs'), signal);
  stream.on('again', load, signal);
  return page;

  async function load() {
    try {
      update(await get(path, { signal }));
    } catch (problem) {
      if (!signal.aborted) {
        fill(body, problem.status === 404
          ? problemPanel({ message: 'There is no such job.', advice: 'It may have been deleted. All jobs that there are stand in the list.' })
          : problemPanel(problem, () => go(`jobs/${id}`)));
      }
    }
  }

  function update(job) {
    setText(heading, job.title || job.name || 'Untitled');
    document.title = `${heading.textContent} · ShortsFactory`;
    if (shown.state !== job.state || shown.attempt !== job.attempt) {
      if (shown.state) {
        announce(`${heading.textContent}: ${states[job.state]?.label}`);
      }
      rebuild(job);
    }
    if (shown.state !== job.state || shown.warnings?.length !== job.warnings?.length || shown.worker !== job.worker) {
      showFacts(facts, job);
      fill(news, failurePanel(job), remarks(job));
    }
    steps?.(job);
    showPriority(pill, job);
    if (job.state === 'running' && texts?.name === 'Log' && Date.now() - lastLog > logPause) {
      texts.again();
    }
    shown = job;
  }

  function rebuild(job) {
    fill(pill, statePill(job), job.state === 'queued' && priorityControl(job));
    fill(actions, job.state === 'done' && filmLink(job), pageActions(job));
    steps = null;
    let cues = null;
    if (job.state === 'done') {
      const film = player(job, signal);
      cues = film.cues;
      fill(stage, film.element);
    } else {
      steps = stageList(job, stage);
    }
    fill(files, job.files?.length > 0 && filesPanel(job));
    texts = tabs('Texts of the short', [
      ...(cues ? [{ name: 'Captions', show: panel => panel.append(cues) }] : []),
      { name: 'Script', show: panel => showText(panel, 'script', 'The script is gone.') },
      { name: 'Log', show: panel => { lastLog = Date.now(); showText(panel, 'log', 'Nothing was logged yet.'); } },
    ]);
    fill(reading, texts.element);
  }

  async function showText(panel, name, none) {
    const block = panel.querySelector('pre') ?? h('pre', { class: 'reading', tabindex: '0' });
    const follows = block.scrollTop + block.clientHeight >= block.scrollHeight - 4;
    try {
      setText(block, await text(`${path}/${name}`, { signal }) || none);
    } catch (problem) {
      setText(block, problem.status === 404 ? none : problem.message);
    }
    if (!block.isConnected) {
      panel.append(block);
    } else if (follows) {
      block.scrollTop = block.scrollHeight;
    }
  }
}

/** The place of the video while there is none: the stages, one below the other. */
function stageList(job, place) {
  const items = stages.map(([name, label]) => {
    const note = h('span', { class: 'step-note tabular' });
    const line = h('span', { class: 'step-fill' });
    const item = h('li', { class: 'step', data: { stage: name } }, h('span', { class: 'step-name' }, label), note, h('span', { class: 'step-bar' }, line));
    return { item, note, line };
  });
  const summary = h('p', { class: 'steps-text tabular' });
  fill(place, h('section', { class: 'steps panel', 'aria-label': 'Progress' },
    h('div', { class: 'steps-frame', 'aria-hidden': 'true' }, h('span', {}), h('span', {}), h('span', {})), summary, h('ol', {}, items.map(({ item }) => item))));
  return next => {
    const idle = {
      queued: 'Waits for a free worker', failed: 'Stopped by a fault', cancelled: 'Cancelled',
    }[next.state];
    setText(summary, idle ?? progressText(next));
    stageShares(next).forEach((share, index) => {
      const { item, note, line } = items[index];
      item.dataset.state = share === 1 ? 'done' : next.state === 'running' && stages[index][0] === next.stage ? 'now' : 'later';
      line.style.setProperty('--share', share);
      setText(note, share === 1 ? 'done' : share > 0 ? `${Math.floor(share * 100)} %` : '');
    });
  };
}

function showFacts(list, job) {
  const lines = [
    ['From', originText(job.origin)],
    ['Added', moment(job.createdAt)],
    job.startedAt && ['Started', moment(job.startedAt)],
    job.endedAt && ['Ended', moment(job.endedAt)],
    job.state === 'done' && job.startedAt && ['Made in', span((Date.parse(job.endedAt) - Date.parse(job.startedAt)) / 1000)],
    job.durationSeconds && ['Length', clock(job.durationSeconds)],
    ['Attempt', job.attempt > 0 ? `${job.attempt} of at most ${job.maxAttempts}` : `none yet, at most ${job.maxAttempts}`],
    job.worker && ['Worker', job.worker],
    ['Number', h('span', { class: 'mono' }, job.id)],
  ].filter(Boolean);
  fill(list, lines.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

function failurePanel(job) {
  if (job.state !== 'failed') {
    return null;
  }
  const { kind, reason, advice } = job.failure ?? {};
  return h('div', { class: 'callout', data: { tone: 'bad' }, role: 'alert' },
    h('strong', {}, failures[kind] ?? 'It failed'), h('p', {}, reason), advice && h('p', { class: 'soft' }, advice),
    kind === 'input' && h('div', { class: 'callout-actions' }, link('Correct the script', `#/new?from=${encodeURIComponent(job.id)}`, { kind: 'button-small' })));
}

function remarks(job) {
  return job.warnings?.length > 0 && h('div', { class: 'callout', data: { tone: 'note' } },
    h('strong', {}, job.warnings.length === 1 ? 'A remark' : `${job.warnings.length} remarks`),
    h('ul', { class: 'remarks' }, job.warnings.map(text => h('li', {}, text))));
}

function filesPanel(job) {
  const items = [...job.files].sort((one, other) => fileRank(one.name) - fileRank(other.name)).map(file => {
    const anchor = h('a', { class: 'file', href: file.href, download: file.name, 'data-file': file.name }, icon('download'),
      h('span', {}, fileLabel(file.name), h('span', { class: 'faint' }, ` ${file.name}`)), h('span', { class: 'file-size tabular' }, bytes(file.size)));
    download(anchor, file);
    return h('li', {}, anchor);
  });
  return h('section', { class: 'panel panel-body' }, h('h2', {}, 'Files'), h('ul', { class: 'files' }, items));
}

function filmLink(job) {
  const film = job.files.find(file => file.name.endsWith('.mp4'));
  return film && download(link('Download', film.href, { symbol: 'download', kind: 'button-primary', download: film.name }), film);
}

/** Makes a link to a file work with keys too. */
function download(anchor, file) {
  anchor.addEventListener('click', event => session.key && followWithTicket(event, file));
  return anchor;
}

/** Where keys are used, an address alone does not open. */
async function followWithTicket(event, file) {
  event.preventDefault();
  try {
    h('a', { href: await mediaUrl(file.href), download: file.name }).click();
  } catch (problem) {
    complain(problem);
  }
}
