// The one stream of events, shared by the page's parts.

import { follow } from './events.js';

export class Stream extends EventTarget {
  #stop = new AbortController();
  #wasLost = false;

  start() {
    this.stop();
    this.#stop = new AbortController();
    const emit = kind => detail => this.dispatchEvent(new CustomEvent(kind, { detail }));
    follow('events', {
      job: emit('job'),
      removed: emit('removed'),
      system: emit('system'),
      open: () => {
        // Whoever shows something has to ask for what it missed.
        emit(this.#wasLost ? 'again' : 'open')();
        this.#wasLost = false;
      },
      lost: () => { this.#wasLost = true; emit('lost')(); },
    }, this.#stop.signal);
  }

  stop() {
    this.#stop.abort();
  }

  /** Listens until `signal` is aborted. */
  on(kinds, listener, signal) {
    kinds.split(' ').forEach(kind => this.addEventListener(kind, event => listener(event.detail, kind), { signal }));
  }
}
