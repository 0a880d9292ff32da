// How values read: times, sizes, states.

/** The stages, and about how much of a short's time each takes: by that the percentage of the whole is counted. */
export const stages = [
  ['speech', 'Speech', 0.05],
  ['audio', 'Sound', 0.02],
  ['recognition', 'Timing', 0.05],
  ['captions', 'Captions', 0.03],
  ['compositing', 'Picture', 0.85],
];

export const states = {
  queued: { label: 'Queued', tone: 'plain', symbol: 'clock' },
  running: { label: 'Running', tone: 'busy', symbol: 'play' },
  done: { label: 'Done', tone: 'good', symbol: 'check' },
  failed: { label: 'Failed', tone: 'bad', symbol: 'warning' },
  cancelled: { label: 'Cancelled', tone: 'plain', symbol: 'close' },
};

export const failures = {
  input: 'The script, or something it names, cannot be used',
  failed: 'Making it failed',
  timeout: 'It took too long and was stopped',
  poison: 'Its worker died on every attempt',
  disk: 'The disk had no room',
};

export const stageLabel = name => stages.find(([key]) => key === name)?.[1] ?? name ?? '';

export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  const tail = String(whole % 60).padStart(2, '0');
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${tail}`;
}

export function span(seconds) {
  if (seconds < 1) {
    return 'a moment';
  }
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

export function bytes(count) {
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit < 2 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

export const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const steps = [['second', 60], ['minute', 60], ['hour', 24], ['day', 7], ['week', 4.345], ['month', 12], ['year', Infinity]];

/** How long ago, or in how long, such as "5 minutes ago". */
export function ago(time, now = Date.now()) {
  let distance = (Date.parse(time) - now) / 1000;
  if (Math.abs(distance) < 10) {
    return 'just now';
  }
  for (const [unit, size] of steps) {
    if (Math.abs(distance) < size) {
      return relative.format(Math.round(distance), unit);
    }
    distance /= size;
  }
  return '';
}

const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export const moment = time => exact.format(new Date(time));

/** A time of a schedule, in the schedule's own zone where it has one. */
export function runTime(time, timeZone) {
  return new Intl.DateTimeFormat('en', {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone,
  }).format(new Date(time));
}

const origins = {
  api: 'API', dashboard: 'Dashboard', schedule: 'Schedule', watch: 'Watch folder', mcp: 'Assistant', cli: 'Command line',
};

export function originText(origin) {
  const kind = origins[origin?.kind] ?? '';
  return origin?.name ? `${kind}: ${origin.name}` : kind;
}

const fileKinds = {
  mp4: 'Video', jpg: 'Cover', vtt: 'Captions, WebVTT', srt: 'Captions, SubRip', lrc: 'Captions, LRC', ass: 'Captions with their looks, ASS', json: 'Manifest',
};
const extensionOf = name => name.split('.').pop();

/** What a file of a short is, by its extension. */
export const fileLabel = name => fileKinds[extensionOf(name)] ?? name;

/** Where a file stands in a list: what most people want comes first. */
export const fileRank = name => Object.keys(fileKinds).indexOf(extensionOf(name));
