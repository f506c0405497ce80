// Reads the host's event stream, as `core::results::event_stream` does for Yew apps; `tests/event_streams.json` and
// `tests/event_stream_responses.json` hold both to the same results. Loaded with the hand-off, if there is a stream to read.

import { own } from './shared/options.js';

/** The longest line, and the longest data of one event, in characters. Longer ones are dropped. */
const MAX_EVENT_CHARACTERS = 64 * 1024;

/**
 * Reads until the stream ends, and calls `onStatus(id, status, at)` for each event that may be about an upload. Resolves to
 * undefined if the same request may succeed later, to '' if there are no more events, and otherwise to what came instead of a stream.
 * Rejects if the server can't be reached.
 */
export async function readEventStream(url, lastId, signal, onStatus) {
  const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) };
  // Not `EventSource`, which neither says why a request was refused nor lets us choose when to try again.
  const response = await fetch(url, own({ headers, cache: 'no-store', credentials: 'include', signal }));
  const { outcome, received } = classifyResponse(response.status, response.headers.get('content-type') ?? '');
  if (outcome !== 'stream') return outcome === 'no-more-events' ? '' : received;
  const feed = eventStreamParser(lastId, (event, data, id) => {
    if (event === 'message' || event === 'status') onStatus(id, ...statusOf(data));
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return undefined;
    feed(value);
  }
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
 * A function that takes the text of a stream in pieces, and calls `onEvent(event, data, id)` for each event. Source: the HTML
 * standard, "Server-sent events"; unlike there, memory is bounded.
 */
export function eventStreamParser(lastId, onEvent) {
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
