// Asks before something is lost.

import { h, button } from './dom.js';

/** Resolves to whether the user agreed. The way back has the focus. */
export function confirm({ title, text, action, danger = true }) {
  return new Promise(resolve => {
    const dialog = h('dialog', { 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' },
      h('h2', { id: 'confirm-title' }, title),
      h('p', { id: 'confirm-text', class: 'soft' }, text),
      h('div', { class: 'dialog-actions' },
        button('Keep it', { click: () => dialog.close(''), autofocus: true }),
        button(action, { kind: danger ? 'button-danger' : 'button-primary', click: () => dialog.close('yes') })));
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
