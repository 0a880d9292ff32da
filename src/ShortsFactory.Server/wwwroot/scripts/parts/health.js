// The server's state at the side: whether it works, and how full the disk is.

import { h, fill } from '../core/dom.js';
import { bytes, count } from '../core/text.js';

export function showHealth(place, stream) {
  let system = null;
  let isLost = false;
  const show = () => {
    const [tone, state] = describe(system, isLost);
    fill(place,
      state && h('span', { class: 'health-state' }, h('span', { class: 'dot', data: { tone } }), state),
      system && !isLost && system.paused && h('span', {}, system.paused),
      system && !isLost && !system.paused && h('span', {}, `${bytes(system.disk.freeBytes)} free`));
  };
  stream.on('system', detail => { system = detail; show(); });
  stream.on('open again', () => { isLost = false; show(); });
  stream.on('lost', () => { isLost = true; show(); });
}

function describe(system, isLost) {
  if (isLost) {
    return ['bad', 'Not connected'];
  }
  if (!system) {
    return ['plain', null];
  }
  if (system.paused) {
    return ['bad', 'Paused'];
  }
  const { running = 0, queued = 0 } = system.counts ?? {};
  return running + queued > 0 ? ['busy', `${count(running, 'running', 'running')}, ${queued} queued`] : ['good', 'Ready'];
}
