// Renders the component; tests set its props and read the recorded events.
import { FlinksUpload } from 'flinks-upload/react';
import { StrictMode, createRef, useState, version } from 'react';
import { createRoot } from 'react-dom/client';

const HANDLERS = ['onConnectEvent', 'onUploadOffer', 'onUploadCheck', 'onUploadHandoff', 'onUploadComplete', 'onUploadError'];
const ref = createRef();
const called = [];

Object.assign(window, { version, ref, events: [], refs: [] });

function Page() {
  const [{ props, round }, set] = useState({ props: { instance: 'toolbox', params: { demo: 'true' } }, round: 0 });
  window.setProps = (next) => set(({ round }) => ({ props: next, round: round + 1 }));
  window.setRound = () => set(({ props, round }) => ({ props, round: round + 1 }));
  if (props === null) return null;
  // New handlers on each render: the newest one must be called.
  const handlers = Object.fromEntries(HANDLERS.map((name) => [name, ({ type }) => window.events.push(`${name} ${type} ${round}`)]));
  const getToken = async () => {
    called.push(round);
    return `token-${round}`;
  };
  return <FlinksUpload ref={ref} {...handlers} getAuthorizeToken={props.noToken ? undefined : getToken} {...props} />;
}

createRoot(document.getElementById('root')).render(<StrictMode><Page /></StrictMode>);
