// The real picture of a moment of the short. It is drawn onto a canvas, for no address leads to a picture that was asked for with a script.

import { request } from '../core/api.js';
import { h, button, fill, icon, setText } from '../core/dom.js';
import { announce, problemPanel } from '../core/notices.js';
import { clock } from '../core/text.js';

const rest = 450;

/** `body()` gives what the preview is of, or null while there is nothing to show. */
export function preview(body, signal) {
  const canvas = h('canvas', { class: 'preview-canvas', role: 'img', 'aria-label': 'No preview yet', width: 9, height: 16 });
  const idle = h('div', { class: 'preview-idle' }, icon('eye'), h('p', {}, 'See the real picture, with your captions, at any moment of the short.'));
  const frame = h('div', { class: 'preview-frame' }, canvas, idle);
  const slider = h('input', { type: 'range', min: 0, max: 1, step: 0.1, value: 0, class: 'slider', 'aria-label': 'Moment of the preview', disabled: true });
  const time = h('span', { class: 'tabular faint' }, 'The cover');
  const control = button('Show preview', { symbol: 'eye', click: () => render() });
  const problems = h('div', {});
  let running = null;
  let timer = 0;
  let at = null;

  slider.addEventListener('input', () => {
    at = Number(slider.value);
    setText(time, clockText());
    clearTimeout(timer);
    timer = setTimeout(render, rest);
  });
  signal.addEventListener('abort', () => { running?.abort(); clearTimeout(timer); });
  return {
    element: h('section', { class: 'preview', 'aria-label': 'Preview' }, frame, h('div', { class: 'preview-bar' }, slider, time), control, problems),
    stale: () => { frame.dataset.stale = canvas.width > 9 ? 'true' : ''; },
    renderIfShown: () => canvas.width > 9 && render(),
  };

  async function render() {
    running?.abort();
    const wanted = body();
    if (!wanted) {
      fill(problems, problemPanel({ message: 'There is nothing to show yet.', advice: 'Write a sentence first.' }));
      return;
    }
    const mine = running = new AbortController();
    frame.setAttribute('aria-busy', 'true');
    control.disabled = true;
    setText(control.lastChild, 'Rendering…');
    try {
      const response = await request('previews', { method: 'POST', body: at === null ? wanted : { ...wanted, at }, signal: mine.signal });
      await draw(await response.blob());
      settle(Number(response.headers.get('X-Preview-At')), Number(response.headers.get('X-Preview-Duration')));
      fill(problems);
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        // An edit may have made the short end before the chosen moment.
        at = null;
        fill(problems, problemPanel(problem));
      }
    }
    if (running === mine) {
      frame.removeAttribute('aria-busy');
      control.disabled = false;
      setText(control.lastChild, canvas.width > 9 ? 'Refresh preview' : 'Show preview');
    }
  }

  async function draw(blob) {
    const bitmap = await createImageBitmap(blob);
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    bitmap.close();
    idle.hidden = true;
    frame.dataset.stale = '';
  }

  function settle(moment, duration) {
    slider.max = Math.max(0.1, duration - 0.1).toFixed(1);
    slider.value = moment;
    slider.disabled = false;
    at ??= moment;
    setText(time, clockText());
    canvas.setAttribute('aria-label', `Preview of the short at ${clock(moment)}`);
    announce(`Preview at ${clock(moment)} of ${clock(duration)}.`);
  }

  function clockText() {
    return `${Number(slider.value).toFixed(1)} s of ${Number(slider.max).toFixed(1)} s`;
  }
}
