// Reads the host's event stream, as `core::results::event_stream` does for Yew apps; `tests/event_streams.json` and
// `tests/event_stream_responses.json` hold both to the same results. Loaded with the hand-off, if there is a stream to read.

import { own } from './shared/options.js';

/** The longest line, and the longest data of one event, in characters. Longer ones are dropped. */
const MAX_EVENT_CHARACTERS = 64 * 1024;

/**
 * Reads until the stream ends, and calls `onStatus(id, status, at)` for each event that may be about an upload. Resolves to '' if there
 * are no more events, and to what came instead of a stream if it would come again. Otherwise the same request may succeed later: resolves to
 * the number of milliseconds that the server asks to wait, undefined if it names none. Rejects if the server can't be reached.
 */
export async function readEventStream(url, lastId, signal, onStatus) {
  const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) };
  // Not `EventSource`, which neither says why a request was refused nor lets us choose when to try again.
  const response = await fetch(url, own({ headers, cache: 'no-store', credentials: 'include', signal }));
  const { outcome, received } = classifyResponse(response.status, response.headers.get('content-type') ?? '');
  if (outcome === 'no-more-events') return '';
  if (outcome === 'retry') return waitOf(response.headers.get('retry-after') ?? '');
  if (outcome === 'refused') return received;
  let retryAfter;
  const feed = eventStreamParser(lastId, (event, data, id) => {
    if (event === 'message' || event === 'status') onStatus(id, ...statusOf(data));
  }, (milliseconds) => (retryAfter = milliseconds));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    // A connection that is lost ends the stream, too.
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    if (done) return retryAfter;
    feed(value);
  }
}

/** A number of ASCII digits alone; undefined for anything else. What is too large is the largest. */
const digitsOf = (text) => (/^[0-9]+$/.test(text) ? Math.min(Number(text), 2 ** 32 - 1) : undefined);

/** Milliseconds, from the header `Retry-After`; undefined if it is a date. */
function waitOf(header) {
  const seconds = digitsOf(header.trim());
  return seconds && seconds * 1000;
}

/** `{outcome, received?}`: `stream`, `retry` (it may succeed later), `no-more-events`, or `refused` (it would be the same again). */
export function classifyResponse(status, contentType) {
  const type = contentType.toLowerCase();
  if (status === 200 && type.split(';')[0].trim() === 'text/event-stream') return { outcome: 'stream' };
  if (status === 204) return { outcome: 'no-more-events' };
  // Request timeout, too early, too many requests, and whatever is wrong with the server.
  if (status >= 500 || [408, 425, 429].includes(status)) return { outcome: 'retry' };
  return { outcome: 'refused', received: status === 200 ? `an answer of type '${type}'` : `HTTP status ${status}` };
}

function statusOf(data) {
  try {
    const { status, at } = own(JSON.parse(data));
    return [status, at];
  } catch {
    return [];
  }
}

/**
 * A function that takes the text of a stream in pieces, and calls `onEvent(event, data, id)` for each event, and `onRetry(milliseconds)`
 * where the server asks to wait so long before the next request. Source: the HTML standard, "Server-sent events"; unlike there, memory is bounded.
 */
export function eventStreamParser(lastId, onEvent, onRetry = () => {}) {
  let line = '';
  let event = '';
  let data = null;
  let id = lastId;
  let isTooLong = false;
  let isAfterCarriageReturn = false;

  function endEvent() {
    if (data !== null && !isTooLong) onEvent(event || 'message', data, id);
    event = '';
    data = null;
    isTooLong = false;
  }

  function endLine(text) {
    if (text === '') return endEvent();
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(text);
    if (field === 'event') event = value;
    if (field === 'data') {
      data = data === null ? value : `${data}\n${value}`;
      isTooLong ||= data.length > MAX_EVENT_CHARACTERS;
      if (isTooLong) data = '';
    }
    const number = field === 'retry' ? digitsOf(value) : undefined;
    if (number !== undefined) onRetry(number);
    // It is sent back in a header, which holds no other characters.
    if (field === 'id' && /^[!-~]{0,256}$/.test(value)) id = value;
  }

  return (piece) => {
    if (piece === '') return;
    const text = isAfterCarriageReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    isAfterCarriageReturn = text.endsWith('\r');
    const lines = (line + text).split(/\r\n|\n|\r/);
    line = lines.pop();
    for (const done of lines) endLine(done);
    isTooLong ||= line.length > MAX_EVENT_CHARACTERS;
    line = line.slice(0, MAX_EVENT_CHARACTERS);
  };
}
