// Addresses behind the hash, so that pages need nothing of the server but files.

import { problemPanel } from './notices.js';

const views = {
  jobs: () => import('../views/jobs.js'),
  new: () => import('../views/compose.js'),
  schedules: () => import('../views/schedules.js'),
  templates: () => import('../views/templates.js'),
  voices: () => import('../views/voices.js'),
  workers: () => import('../views/machines.js'),
};
const job = () => import('../views/job.js');

/** The address as parts and values: `#/jobs/7?from=3` is `{ parts: ['jobs', '7'], values: { from: '3' } }`. */
export function place() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  return { parts: parts.length > 0 ? parts : ['jobs'], values: Object.fromEntries(new URLSearchParams(query)) };
}

export const go = path => { location.hash = `#/${path}`; };

/** Shows the view of the address whenever it changes. */
export function startRouter(main, stream) {
  let leave = new AbortController();
  const show = async () => {
    const { parts, values } = place();
    leave.abort();
    leave = new AbortController();
    const { signal } = leave;
    const load = parts[0] === 'jobs' && parts[1] ? job : views[parts[0]] ?? views.jobs;
    mark(parts[0]);
    const view = await load().catch(() => null);
    if (signal.aborted) {
      return;
    }
    if (!view) {
      main.replaceChildren(problemPanel({ message: 'This page could not be loaded.', advice: 'Check that the server is running.' }, () => location.reload()));
      return;
    }
    const page = view.show({ id: parts[1], values, signal, stream });
    main.replaceChildren(page);
    document.title = `${view.title} · ShortsFactory`;
    if (moved) {
      window.scrollTo(0, 0);
      page.querySelector('h1')?.focus({ preventScroll: true });
    }
    moved = true;
  };
  let moved = false;
  window.addEventListener('hashchange', show);
  return { show, leave: () => leave.abort() };
}

function mark(name) {
  for (const item of document.querySelectorAll('[data-nav]')) {
    if (item.dataset.nav === name) {
      item.setAttribute('aria-current', 'page');
    } else {
      item.removeAttribute('aria-current');
    }
  }
}
