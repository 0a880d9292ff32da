// The way to the server: JSON in, JSON out, and every refusal as a Problem that says what to do.

const root = 'api/v1/';
const keyName = 'api-key';
const ticketMargin = 60_000;

/** What the server refused, or that it could not be reached. */
class Problem extends Error {
  constructor({ title, detail, status, advice, line }) {
    super(detail || title || 'The server refused this.');
    this.status = status ?? 0;
    this.advice = advice;
    this.line = line;
  }
}

export const session = {
  get key() { return sessionStorage.getItem(keyName); },
  set key(value) {
    ticket = null;
    if (value) {
      sessionStorage.setItem(keyName, value);
    } else {
      sessionStorage.removeItem(keyName);
    }
  },
};

let ticket = null;
let onLocked = () => {};

/** Calls `listener` when the server wants a key, or another one. */
export function whenLocked(listener) {
  onLocked = listener;
}

export async function request(path, { method = 'GET', body, headers = {}, signal } = {}) {
  const options = { method, signal, headers: { ...headers }, cache: 'no-store' };
  if (session.key) {
    options.headers.Authorization = `Bearer ${session.key}`;
  }
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(root + path, options);
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Problem({ detail: 'The server cannot be reached.', advice: 'Check that it is running; this page tries again by itself.' });
  }
  if (!response.ok) {
    throw await refusal(response);
  }
  return response;
}

async function refusal(response) {
  const problem = await response.json().catch(() => ({ detail: `The server answered ${response.status} ${response.statusText}.` }));
  if (response.status === 401) {
    onLocked(Boolean(session.key));
  }
  return new Problem({ ...problem, status: response.status });
}

const json = async (path, options) => {
  const response = await request(path, options);
  return response.status === 204 || response.status === 202 && !response.headers.get('Content-Type') ? null : response.json();
};

export const get = (path, options) => json(path, options);
export const post = (path, body, options) => json(path, { method: 'POST', body, ...options });
export const patch = (path, body) => json(path, { method: 'PATCH', body });
export const remove = async path => { await request(path, { method: 'DELETE' }); };
export const text = async (path, options) => (await request(path, options)).text();

/** An address that a picture, video or link can have: where keys are used, with a ticket that soon expires. */
export async function mediaUrl(href) {
  if (!session.key) {
    return href;
  }
  if (!ticket || Date.parse(ticket.expiresAt) - Date.now() < ticketMargin) {
    ticket = await post('tickets');
  }
  return `${href}${href.includes('?') ? '&' : '?'}ticket=${encodeURIComponent(ticket.ticket)}`;
}

/** Sets the address of a picture, video or link, at once where no ticket is needed. */
export function setMedia(element, attribute, href) {
  if (!session.key) {
    element.setAttribute(attribute, href);
    return;
  }
  mediaUrl(href).then(url => element.setAttribute(attribute, url), () => element.dispatchEvent(new Event('error')));
}

export const apiPath = path => root + path;
