// Server-sent events by fetch, because an EventSource cannot send a key. Connects again by itself.

import { request } from './api.js';

const firstWait = 1000;
const longestWait = 15_000;

/** Follows the stream at `path` until `signal` is aborted. `handlers` has a function for each kind of event, `open` and `lost`. */
export async function follow(path, handlers, signal) {
  let wait = firstWait;
  while (!signal.aborted) {
    try {
      const response = await request(path, { headers: { Accept: 'text/event-stream' }, signal });
      handlers.open?.();
      wait = firstWait;
      await read(response.body, handlers);
    } catch (error) {
      if (signal.aborted || error.status === 401 || error.status === 403) {
        return;
      }
    }
    if (!signal.aborted) {
      handlers.lost?.();
      await pause(wait, signal);
      wait = Math.min(wait * 2, longestWait);
    }
  }
}

async function read(body, handlers) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    blocks.forEach(block => dispatch(block, handlers));
  }
}

function dispatch(block, handlers) {
  let kind = 'message';
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (colon > 0 && line.slice(0, colon) === 'event') {
      kind = value;
    } else if (colon > 0 && line.slice(0, colon) === 'data') {
      data.push(value);
    }
  }
  if (data.length > 0) {
    handlers[kind]?.(JSON.parse(data.join('\n')));
  }
}

function pause(milliseconds, signal) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
