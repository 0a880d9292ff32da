// How captions can look: real pictures, rendered by the server.

import { get, setMedia } from '../core/api.js';
import { h, emptyState, fill, link, pageHead } from '../core/dom.js';
import { problemPanel } from '../core/notices.js';
import { templateSample } from '../parts/choosers.js';

export const title = 'Templates';

const moments = 3;
const step = 700;

export function show({ signal }) {
  const list = h('ul', { class: 'gallery' }, h('li', { class: 'loading' }), h('li', { class: 'loading' }), h('li', { class: 'loading' }));
  const page = h('div', { class: 'page' }, pageHead('Templates', 'How captions look and move. Point at one, or reach it with the keyboard, to see it at three moments.'), list);
  load();
  return page;

  async function load() {
    try {
      const templates = await get('templates', { signal });
      if (templates.length === 0) {
        fill(list, h('li', { class: 'gallery-whole' }, emptyState('templates', 'No templates', 'The folder of templates is empty. Install the program again, or put a template of your own there.')));
      } else {
        fill(list, templates.map(template => tile(template, signal)));
      }
    } catch (problem) {
      if (!signal.aborted) {
        fill(list, h('li', { class: 'gallery-whole' }, problemPanel(problem, load)));
      }
    }
  }
}

function tile(template, signal) {
  const image = h('img', { alt: `Sample of ${template.name}`, width: 270, height: 480, loading: 'lazy', decoding: 'async' });
  const picture = h('div', { class: 'gallery-picture' }, image);
  image.addEventListener('load', () => image.classList.add('is-there'));
  image.addEventListener('error', () => fill(picture, h('span', { class: 'faint' }, 'The sample could not be rendered.')));
  setMedia(image, 'src', templateSample(template.name));
  const item = h('li', { class: 'gallery-item' }, picture,
    h('div', { class: 'gallery-text' }, h('h2', {}, template.name), h('p', { class: 'soft' }, template.description),
      link('Use it', `#/new?template=${encodeURIComponent(template.name)}`, { kind: 'button-small', 'aria-label': `Use it: ${template.name}` })));
  let timer = 0;
  let moment = 2;
  const stop = () => { clearInterval(timer); timer = 0; };
  const start = () => {
    if (timer === 0 && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      timer = setInterval(() => { moment = moment % moments + 1; setMedia(image, 'src', templateSample(template.name, moment)); }, step);
    }
  };
  item.addEventListener('pointerenter', start);
  item.addEventListener('focusin', start);
  item.addEventListener('pointerleave', stop);
  item.addEventListener('focusout', stop);
  signal.addEventListener('abort', stop);
  return item;
}
