// <flinks-upload> for React 18 and newer: attributes as props in camelCase, events as `on…`, a ref to the element.
import { createElement, forwardRef, useCallback, useEffect, useImperativeHandle, useInsertionEffect, useRef } from 'react';
import { ATTRIBUTES, PROPERTIES } from '../element/attributes.js';
import { EVENTS } from '../element/events.js';
import { asOptions } from '../shared/options.js';

/** `upload-offer` → `onUploadOffer`. */
const handlerOf = (type) => `on-${type}`.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const HANDLERS = EVENTS.map(handlerOf);
/** `maxFiles` → `max-files`. */
const ATTRIBUTE_OF = new Map(PROPERTIES.map((name, at) => [name, ATTRIBUTES[at]]));

/** What the tag is rendered with, on a server, too: attributes only, since older Reacts set no properties. */
function attributesOf({ getAuthorizeToken, messages, children, className, ...props }) {
  const attributes = {};
  if (className !== undefined) attributes.class = className;
  for (const [name, value] of Object.entries(props)) {
    if (HANDLERS.includes(name)) continue;
    if (ATTRIBUTE_OF.has(name)) attributes[ATTRIBUTE_OF.get(name)] = asOptions({ [name]: value })[name];
    else attributes[name] = value;
  }
  return attributes;
}

/** The component, over the element that `defineElement` defines. */
export const uploadComponent = (defineElement) =>
  forwardRef(function FlinksUpload(props, ref) {
    const newest = useRef(props);
    const element = useRef(null);
    // What the element calls stays the same and leads to the newest render: a new token function must not open Connect anew.
    useInsertionEffect(() => {
      newest.current = props;
    });
    const onEvent = useCallback((event) => newest.current[handlerOf(event.type)]?.(event), []);
    const ask = useCallback(() => newest.current.getAuthorizeToken(), []);
    const asks = typeof props.getAuthorizeToken === 'function';

    // A ref and no effect: it is set in the task that puts the element into the page, before the element does anything.
    const attach = useCallback(
      (node) => {
        element.current = node;
        if (node === null) return;
        // Twice is harmless: a listener that is there is not added again.
        for (const type of EVENTS) node.addEventListener(type, onEvent);
        defineElement();
        node.getAuthorizeToken = asks ? ask : null;
        node.messages = newest.current.messages;
      },
      [asks, ask, onEvent],
    );
    useEffect(() => {
      element.current.messages = props.messages;
    }, [props.messages]);
    useImperativeHandle(ref, () => element.current, []);
    return createElement('flinks-upload', { ...attributesOf(props), ref: attach }, props.children);
  });
