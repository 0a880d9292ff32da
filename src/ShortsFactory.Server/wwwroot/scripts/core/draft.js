// What is being written, kept in this browser until it is sent.

const name = 'draft';

export const emptyDraft = { script: '', name: '', template: '', voice: '', background: '', music: '', pictureFormat: '', priority: 5 };

export function loadDraft() {
  try {
    return { ...emptyDraft, ...JSON.parse(localStorage.getItem(name) ?? '{}') };
  } catch {
    return { ...emptyDraft }; // Not written by this page: nothing to keep.
  }
}

export function saveDraft(draft) {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // The browser keeps nothing, or has no room: the text stays in the page.
  }
}

export const clearDraft = () => localStorage.removeItem(name);

/** What the server is asked: settings that were left to the script are left out. */
export function bodyOf(draft) {
  const body = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''));
  return /^\s*\{\s*["}]/.test(draft.script) ? { ...body, format: 'json' } : body;
}
