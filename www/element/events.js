/** The events of `<flinks-upload>`. */
export const EVENTS = ['connect-event', 'upload-offer', 'upload-check', 'upload-handoff', 'upload-complete', 'upload-status', 'upload-error'];
