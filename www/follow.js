// Reads the host's event stream. Loaded with the hand-off of a page that has one.

/** A longer line or event is dropped. In characters. */
const LONGEST = 64 * 1024;

/**
 * Reads until the stream ends, and calls `tell(id, status, at)` for each event that may be about an upload. Says what came
 * instead of a stream, if it would come again (nothing, if there is no more to come); rejects when the server is not to be reached.
 */
export async function follow(url, lastId, signal, tell) {
  const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) };
  // Not `EventSource`: it doesn't tell why it was refused, and asks again when it likes.
  const response = await fetch(url, { headers, cache: 'no-store', credentials: 'include', signal });
  // The last word was said before.
  if (response.status === 204) return '';
  const type = response.headers.get('content-type')?.toLowerCase() ?? '';
  if (response.status !== 200 || !type.startsWith('text/event-stream')) return refusal(response.status, type);
  const read = eventStream(lastId, (event, data, id) => {
    if (event === 'message' || event === 'status') tell(id, ...newsOf(data));
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return undefined;
    read(value);
  }
}

/** What to tell of an answer that would be the same next time. */
function refusal(status, type) {
  // The server is busy, or not there just now.
  if (status >= 500 || [408, 425, 429].includes(status)) return undefined;
  return status === 200 ? `an answer of type '${type}'` : `HTTP status ${status}`;
}

function newsOf(data) {
  try {
    const { status, at } = JSON.parse(data);
    return [status, at];
  } catch {
    return [];
  }
}

/** Takes the text of a stream in pieces, and calls `hear(event, data, id)` for each event. Source: the HTML standard. */
export function eventStream(lastId, hear) {
  let line = '';
  let event = '';
  let data = null;
  let id = lastId;
  let isTooLong = false;
  let isAfterReturn = false;

  function endEvent() {
    if (data !== null && !isTooLong) hear(event || 'message', data, id);
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
      isTooLong ||= data.length > LONGEST;
      if (isTooLong) data = '';
    }
    // It goes into a header.
    if (field === 'id' && /^[!-~]{0,256}$/.test(value)) id = value;
  }

  return (piece) => {
    if (piece === '') return;
    const text = isAfterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    isAfterReturn = text.endsWith('\r');
    const lines = (line + text).split(/\r\n|\n|\r/);
    line = lines.pop();
    for (const done of lines) endLine(done);
    isTooLong ||= line.length > LONGEST;
    line = line.slice(0, LONGEST);
  };
}
